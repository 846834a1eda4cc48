import type { DeleteAccountBody } from '../../protocol/profile-rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import { eraseAccount } from './erase-account.ts';
import { requirePassword } from './require-password.ts';

/** A browser that waits so long still waits; what takes longer is done by the next round of erasing. */
const DONE_AT_ONCE_MS = 5_000;

/**
 * Deletes somebody's account, for good: from now on nobody can log in as them or find them, and all that is theirs is
 * erased, usually before this ends, otherwise in the rounds that follow.
 * @throws Refusal `wrong-credentials`, `too-many-tries`
 */
export async function deleteAccount(
  chat: Parameters<typeof requirePassword>[0] & Parameters<typeof eraseAccount>[0],
  session: Session,
  { password }: DeleteAccountBody,
): Promise<void> {
  const { person } = session;
  await requirePassword(chat, session, password, 'password');
  const now = chat.clock.now();
  await recordEvent(chat, 'deletion-asked', { person, session: session.id });
  await chat.erasure.begin(person, now);
  try {
    await eraseAccount(chat, person, now + DONE_AT_ONCE_MS);
  } catch (error) {
    // It is decided and begun, and goes on from there; to tell the person that it failed would be wrong.
    chat.log.warn('an account is not erased yet', { person, reason: String(error) });
  }
}
