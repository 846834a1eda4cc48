import type { RemovePasskeyBody } from '../../protocol/passkey-rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { Chat } from '../ports.ts';
import { requirePassword } from './require-password.ts';

/**
 * Removes a passkey of somebody's own, with which nobody can log in from then on; sessions that were begun with it go on.
 * One that they don't have (any more) is no matter.
 * @throws Refusal `wrong-credentials`, `too-many-tries`
 */
export async function removePasskey(
  chat: Pick<Chat, 'passkeys'> & Parameters<typeof requirePassword>[0],
  session: Session,
  { id, password }: RemovePasskeyBody,
): Promise<void> {
  const { person } = session;
  await requirePassword(chat, session, password, 'password');
  const passkey = await chat.passkeys.find(id);
  if (!(await chat.passkeys.remove(person, id))) return;
  const device = passkey?.device ?? '';
  await recordEvent(chat, 'passkey-removed', { person, session: session.id, details: { device } });
}
