import { nameFrom } from '../../protocol/names.ts';
import type { LogInBody } from '../../protocol/rest.ts';
import type { Profile } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { LoggedIn } from './logged-in.ts';
import { beginSession } from './sessions.ts';

/**
 * Begins a new session. An unknown name and a wrong password are refused alike, in words and in time, so that
 * neither tells which names exist.
 * @throws Refusal `wrong-credentials`
 */
export async function logIn(
  chat: Pick<Chat, 'people' | 'sessions' | 'passwords' | 'clock' | 'random' | 'metrics' | 'audit' | 'caller'>,
  { name, password, sharedComputer }: LogInBody,
): Promise<LoggedIn> {
  const profile = await findByTyped(chat, name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (!profile || !matches) {
    chat.metrics.add('LogInsRefused', 1);
    // By the name that somebody has, if any: what was typed may be a password in the wrong field.
    await recordEvent(chat, 'log-in-refused', { ...(profile && { person: profile.name }) });
    throw new Refusal('wrong-credentials');
  }
  const me = { name: profile.name, displayName: profile.displayName };
  const session = await beginSession(chat, profile.name, sharedComputer);
  await recordEvent(chat, 'logged-in', { person: me.name, session: session.id });
  return { me, session };
}

/** What is typed at log-in may be anything; a store is asked for names only. */
async function findByTyped({ people }: Pick<Chat, 'people'>, typed: string): Promise<Profile | undefined> {
  const name = nameFrom(typed);
  return name === undefined ? undefined : people.find(name);
}
