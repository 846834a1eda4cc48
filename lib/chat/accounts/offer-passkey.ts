import { MAX_PASSKEYS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/names.ts';
import type { AddPasskeyOptionsBody } from '../../protocol/passkey-rest.ts';
import type { Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { toPerson } from './logged-in.ts';
import { requirePassword } from './require-password.ts';

/** What an authenticator needs to make a passkey. */
export interface PasskeyOffer {
  readonly me: Person;
  readonly challenge: string;
  readonly userHandle: string;
  /** The ids of those that its person has, so that no authenticator makes a second one. */
  readonly known: readonly string[];
}

/**
 * Begins to add a passkey. Whoever has one can come back at any time, so the password is asked once more: a page that was
 * left open, or a stolen cookie, is not enough.
 * @throws Refusal `wrong-credentials`, `too-many-tries`, `too-many`
 */
export async function offerPasskey(
  chat: Pick<Chat, 'passkeys' | 'random'> & Parameters<typeof requirePassword>[0],
  session: Session,
  { password }: AddPasskeyOptionsBody,
): Promise<PasskeyOffer> {
  const profile = await requirePassword(chat, session, password, 'password');
  const kept = await chat.passkeys.of(session.person);
  if (kept.length >= MAX_PASSKEYS) throw new Refusal('too-many');
  return {
    me: toPerson(profile),
    challenge: chat.random.secret(),
    userHandle: kept[0]?.userHandle ?? chat.random.secret(),
    known: kept.map(({ id }) => id),
  };
}
