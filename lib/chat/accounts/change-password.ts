import type { ChangePasswordBody } from '../../protocol/rest.ts';
import type { Profile, Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { movePushSubscriptions } from '../push-subscriptions.ts';
import { Refusal } from '../refusal.ts';
import { endSession, endSessionsOf } from './end-sessions.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { requireUncommon } from './new-password.ts';
import { beginSession } from './sessions.ts';

/**
 * Puts another password in place of the current one, and a new session in place of the one it is done in, so that a copy of
 * that one's cookie is worth nothing. Answers the new session.
 * @throws Refusal `wrong-credentials` for the field `current`, `common-password`, `too-many-tries`
 */
export async function changePassword(
  chat: Pick<Chat, 'commonPasswords'> &
    Parameters<typeof requirePassword>[0] &
    Parameters<typeof beginSession>[0],
  session: Session,
  { current, password, endOthers }: ChangePasswordBody,
): Promise<Session> {
  const profile = await requirePassword(chat, session, current);
  await requireUncommon(chat, profile.name, password);
  const next = await chat.passwords.hash(password);
  const isChanged = await chat.people.replacePassword(profile.name, { former: profile.passwordHash, next });
  // Somebody was faster: what was current is not any more.
  if (!isChanged) throw wrongCurrent();

  const changed = { ...profile, passwordHash: next };
  const begun = await beginSession(chat, changed, { device: session.device }, session.sharedComputer);
  await movePushSubscriptions(chat, session, begun);
  if (endOthers) await endSessionsOf(chat, session.person, { except: begun.id });
  else await endSession(chat, session);
  await recordEvent(chat, 'password-changed', { person: session.person, session: begun.id });
  return begun;
}

/**
 * The profile of somebody who has to show once more who they are. Their session is known, so that no stranger's tries count.
 * @throws Refusal `wrong-credentials`, `too-many-tries`
 */
async function requirePassword(
  chat: Pick<Chat, 'people' | 'passwords' | 'clock' | 'audit' | 'caller'> & Parameters<typeof guardTry>[0],
  { person: name, publicId }: Session,
  password: string,
): Promise<Profile> {
  const guess = await guardTry(chat, { what: 'password', account: name, known: publicId });
  const profile = await chat.people.find(name);
  const matches = await chat.passwords.matches(password, profile?.passwordHash);
  if (profile && matches) {
    await clearTries(chat, guess);
    return profile;
  }
  await recordEvent(chat, 'log-in-refused', { person: name, details: { asked: 'the current password' } });
  throw wrongCurrent();
}

function wrongCurrent(): Refusal {
  return new Refusal('wrong-credentials', { message: 'The current password is wrong.', field: 'current' });
}
