import type { MadePasskey, PasskeySignature } from '../protocol/passkey-rest.ts';

/** What the chat needs of the world to let somebody in by what their device keeps (WebAuthn), instead of by a password. */

/** The public half of a pair of keys, whose other half never leaves the person's device, or what keeps it in their name. */
export interface Passkey {
  readonly person: string;
  /** The credential's, made by the authenticator: base64url of at most 1,023 bytes. */
  readonly id: string;
  /** By which authenticators know the person: random, as they may show it to others. The same in all of a person's passkeys. */
  readonly userHandle: string;
  /** As COSE has it (RFC 9053). */
  readonly publicKey: Uint8Array;
  /** How often it has signed; always 0 of those that are kept in several devices. */
  readonly counter: number;
  /** Where it was made: browser and system, as in a session. */
  readonly device: string;
  /** ms since 1970, as is the next. */
  readonly createdAt: number;
  /** Absent while nobody has logged in with it. */
  readonly lastUsedAt?: number;
}

export interface PasskeyUse {
  readonly counter: number;
  readonly lastUsedAt: number;
}

export interface Passkeys {
  /** False, and nothing changed, if anybody has one with this id. Of two at the same time, exactly one gets it. */
  add(passkey: Passkey): Promise<boolean>;
  /** Whoever has it. Strongly read. */
  find(id: string): Promise<Passkey | undefined>;
  /** All of a person's, in any order, strongly read. */
  of(person: string): Promise<Passkey[]>;
  /** False, and nothing changed, if its counter is another than in `before`, or it is gone. Of two at the same time, one succeeds if the counter moves. */
  noteUse(before: Passkey, use: PasskeyUse): Promise<boolean>;
  /** False, and nothing changed, if that person has no such one. */
  remove(person: string, id: string): Promise<boolean>;
}

export interface SpentChallenges {
  /**
   * True for the first one alone who says so.
   * @param until ms since 1970: when the challenge is too old in any case, and the store may forget that it was spent
   */
  spend(challenge: string, until: number): Promise<boolean>;
}

/** Ed25519, ES256 and RS256, as COSE numbers them: one of these is in every authenticator. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257] as const;

/** Looks at what authenticators say, by the rules of https://www.w3.org/TR/webauthn-3/ for relying parties. */
export interface WebAuthn {
  /**
   * The passkey that was made for the challenge, here, by somebody whom the authenticator knows; undefined if it was not.
   * Nothing is thrown, whatever is given: anybody can send anything.
   */
  made(
    challenge: string,
    made: MadePasskey,
  ): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'> | undefined>;
  /** The same of a signature by a passkey: its counter, which is beyond the one that is known. */
  signed(challenge: string, signature: PasskeySignature, by: Passkey): Promise<number | undefined>;
}
