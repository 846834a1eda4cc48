import { RECOVERY_CODES } from '../../protocol/limits.ts';
import type { MakeRecoveryCodesBody, RecoveryCodesAnswer } from '../../protocol/second-factor-rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { legible, newRecoveryCode } from './codes.ts';
import { requirePassword } from './require-password.ts';

/**
 * Makes recovery codes in place of all that there were, and answers them this once: only hashes are kept.
 * @throws Refusal `wrong-credentials`, `too-many-tries`
 */
export async function makeRecoveryCodes(
  chat: Pick<Chat, 'recoveryCodes' | 'random'> & Parameters<typeof requirePassword>[0],
  session: Session,
  { password }: MakeRecoveryCodesBody,
): Promise<RecoveryCodesAnswer> {
  const { person, id } = session;
  await requirePassword(chat, session, password, 'password');
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(chat.random));
  await chat.recoveryCodes.replace(person, codes, chat.clock.now());
  await recordEvent(chat, 'recovery-codes-made', { person, session: id });
  return { codes: codes.map(legible) };
}
