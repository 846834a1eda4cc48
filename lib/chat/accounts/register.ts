import type { RegisterBody } from '../../protocol/rest.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { LoggedIn } from './logged-in.ts';
import { beginSession } from './sessions.ts';

/**
 * Makes an account and logs its person in.
 * @throws Refusal `name-taken`
 */
export async function register(
  chat: Pick<Chat, 'people' | 'sessions' | 'passwords' | 'clock' | 'random' | 'audit' | 'caller'>,
  { name, displayName = name, password, sharedComputer }: RegisterBody,
): Promise<LoggedIn> {
  const passwordHash = await chat.passwords.hash(password);
  const added = await chat.people.add({ name, displayName, passwordHash, createdAt: chat.clock.now() });
  if (!added) throw new Refusal('name-taken', { field: 'name' });
  const session = await beginSession(chat, name, sharedComputer);
  await recordEvent(chat, 'registered', { person: name, session: session.id });
  return { me: { name, displayName }, session };
}
