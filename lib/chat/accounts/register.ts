import type { RegisterBody } from '../../protocol/rest.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { LoggedIn } from './logged-in.ts';
import { requireUncommon } from './new-password.ts';
import { beginSession, type LogInPlace } from './sessions.ts';

/**
 * Makes an account and logs its person in.
 * @throws Refusal `name-taken`, `common-password`
 */
export async function register(
  chat: Pick<Chat, 'passwords' | 'commonPasswords' | 'audit' | 'caller'> & Parameters<typeof beginSession>[0],
  { name, displayName = name, password, sharedComputer }: RegisterBody,
  place: LogInPlace,
): Promise<LoggedIn> {
  await requireUncommon(chat, name, password);
  const passwordHash = await chat.passwords.hash(password);
  const profile = { name, displayName, passwordHash, createdAt: chat.clock.now() };
  if (!(await chat.people.add(profile))) throw new Refusal('name-taken', { field: 'name' });
  const session = await beginSession(chat, profile, place, sharedComputer);
  await recordEvent(chat, 'registered', { person: name, session: session.id });
  return { me: { name, displayName }, session };
}
