import { PASSKEY_CHALLENGE_LIFETIME_MS } from '../../protocol/limits.ts';
import type { ListedPasskey, MadePasskey } from '../../protocol/passkey-rest.ts';
import type { Session } from '../account-ports.ts';
import { recordEvent } from '../audit.ts';
import type { WebAuthn } from '../passkey-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { toListed } from './list-passkeys.ts';
import type { PasskeyOffer } from './offer-passkey.ts';

/** That of the offer which its answer has to fit; the browser brings it along, signed. */
export type OfferedPasskey = Pick<PasskeyOffer, 'challenge' | 'userHandle'>;

/**
 * Adds the passkey that an authenticator has made for an offer.
 * @param offered what was offered to the session's person in this browser, if anything was; nothing is added twice by it
 * @param device browser and system
 * @throws Refusal `passkey-refused`
 */
export async function addPasskey(
  chat: Pick<Chat, 'passkeys' | 'spentChallenges' | 'clock' | 'audit' | 'caller'> & {
    readonly webAuthn: Pick<WebAuthn, 'made'>;
  },
  { person, id: session }: Session,
  made: MadePasskey,
  offered: OfferedPasskey | undefined,
  device: string,
): Promise<ListedPasskey> {
  if (!offered) throw new Refusal('passkey-refused');
  const createdAt = chat.clock.now();
  const { challenge, userHandle } = offered;
  if (!(await chat.spentChallenges.spend(challenge, createdAt + PASSKEY_CHALLENGE_LIFETIME_MS))) {
    throw new Refusal('passkey-refused');
  }
  const credential = await chat.webAuthn.made(challenge, made);
  if (!credential) throw new Refusal('passkey-refused');
  const passkey = { person, userHandle, ...credential, device, createdAt };
  // First: none must be there unseen, while a record of one that somebody else turns out to have does no harm.
  await recordEvent(chat, 'passkey-added', { person, session, details: { device } });
  if (!(await chat.passkeys.add(passkey))) throw new Refusal('passkey-refused');
  return toListed(passkey);
}
