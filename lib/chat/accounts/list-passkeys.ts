import type { ListedPasskey, PasskeysAnswer } from '../../protocol/passkey-rest.ts';
import type { Session } from '../account-ports.ts';
import type { Passkey } from '../passkey-ports.ts';
import type { Chat } from '../ports.ts';

/** All passkeys of the session's person, the last made first. */
export async function listPasskeys(
  { passkeys }: Pick<Chat, 'passkeys'>,
  { person }: Session,
): Promise<PasskeysAnswer> {
  const kept = await passkeys.of(person);
  return { passkeys: kept.map(toListed).toSorted((one, other) => other.createdAt - one.createdAt) };
}

/** What its person sees of a passkey. */
export function toListed({ id, device, createdAt, lastUsedAt }: Passkey): ListedPasskey {
  return { id, device, createdAt, ...(lastUsedAt !== undefined && { lastUsedAt }) };
}
