import { PASSKEY_CHALLENGE_LIFETIME_MS } from '../../protocol/limits.ts';
import type { PasskeyLogInBody, PasskeySignature } from '../../protocol/passkey-rest.ts';
import { recordEvent } from '../audit.ts';
import type { Passkey, WebAuthn } from '../passkey-ports.ts';
import type { Chat } from '../ports.ts';
import { clearTries, guardTry } from './guard-tries.ts';
import { type LoggedIn, toPerson } from './logged-in.ts';
import { refuseLogIn } from './refuse-log-in.ts';
import { beginSession, type LogInPlace } from './sessions.ts';
import { deviceKnownTo } from './typed-name.ts';

/** What the log shows of a way in that is not by password. */
const BY_PASSKEY = { way: 'passkey' };

type PasskeyPorts = Pick<Chat, 'passkeys' | 'spentChallenges' | 'metrics'> & {
  readonly webAuthn: Pick<WebAuthn, 'signed'>;
} & Parameters<typeof recordEvent>[0] &
  Parameters<typeof beginSession>[0] &
  Parameters<typeof guardTry>[0];

/**
 * Begins a new session of whoever has the passkey. It is two factors by itself: the device, and what the device knows its
 * person by; so nothing else is asked. Why one is refused is not said.
 * @param challenge what was asked to be signed in this browser, if anything was; it is good for one answer
 * @throws Refusal `passkey-refused`, `too-many-tries`, and `suspended` only to whoever has the passkey
 */
export async function logInWithPasskey(
  chat: PasskeyPorts,
  { sharedComputer, ...signature }: PasskeyLogInBody,
  challenge: string | undefined,
  place: LogInPlace,
): Promise<LoggedIn> {
  const passkey = await chat.passkeys.find(signature.id);
  const account = passkey?.person ?? '';
  const known = deviceKnownTo(account, place);
  const guess = await guardTry(chat, { what: 'passkey', account, known });
  const signed = passkey && (await usedBySigning(chat, passkey, signature, challenge));
  const profile = signed && (await chat.people.find(account));
  if (!profile) throw await refuseLogIn(chat, passkey?.person, 'passkey-refused', guess, BY_PASSKEY);
  await clearTries(chat, guess);
  if (profile.standing === 'suspended') {
    throw await refuseLogIn(chat, account, 'suspended', undefined, BY_PASSKEY);
  }
  const session = await beginSession(chat, profile, place, sharedComputer);
  await recordEvent(chat, 'logged-in', { person: account, session: session.id, details: BY_PASSKEY });
  return { me: toPerson(profile), session };
}

/** Whether the passkey has signed the challenge, for the first time, with a counter that has moved on. Its use is noted with that. */
async function usedBySigning(
  chat: PasskeyPorts,
  passkey: Passkey,
  signature: PasskeySignature,
  challenge: string | undefined,
): Promise<boolean> {
  if (challenge === undefined) return false;
  const now = chat.clock.now();
  if (!(await chat.spentChallenges.spend(challenge, now + PASSKEY_CHALLENGE_LIFETIME_MS))) return false;
  const counter = await chat.webAuthn.signed(challenge, signature, passkey);
  // Of two that signed at the same time with a copy of the key, one finds another counter.
  return counter !== undefined && chat.passkeys.noteUse(passkey, { counter, lastUsedAt: now });
}
