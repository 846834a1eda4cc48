import type { ChangePasswordBody } from '../../protocol/rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { movePushSubscriptions } from '../push-subscriptions.ts';
import { endSession, endSessionsOf } from './end-sessions.ts';
import { requireUncommon } from './new-password.ts';
import { requirePassword, wrongPassword } from './require-password.ts';
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
  const profile = await requirePassword(chat, session, current, 'current');
  await requireUncommon(chat, profile.name, password);
  const next = await chat.passwords.hash(password);
  const isChanged = await chat.people.replacePassword(profile.name, { former: profile.passwordHash, next });
  // Somebody was faster: what was current is not any more.
  if (!isChanged) throw wrongPassword('current');

  const changed = { ...profile, passwordHash: next };
  const begun = await beginSession(chat, changed, { device: session.device }, session.sharedComputer);
  await movePushSubscriptions(chat, session, begun);
  if (endOthers) await endSessionsOf(chat, session.person, { except: begun.id });
  else await endSession(chat, session);
  await recordEvent(chat, 'password-changed', { person: session.person, session: begun.id });
  return begun;
}
