/** What the chat needs of the world to know somebody by more than a password, and without one that was forgotten. */

/** Something that somebody has to show beside the password: the codes of an app that shares a secret with us. */
export interface SecondFactor {
  /** The secret, as only OneTimeCodes can use it. */
  readonly sealed: string;
  /** ms since 1970: when it was turned on. */
  readonly since: number;
}

/** What is kept of somebody's second factor. */
export interface KeptSecondFactor {
  /** Of which no code has been shown yet; it guards nothing. */
  readonly prepared?: string;
  readonly on?: SecondFactor;
}

export interface SecondFactors {
  /** Strongly read. */
  find(person: string): Promise<KeptSecondFactor>;
  /** Keeps a sealed secret to be turned on later, in place of one like that. What is on stays on. */
  prepare(person: string, sealed: string): Promise<void>;
  /**
   * Turns on what is prepared, in place of what is on, with the step of the code that was shown used up. False, and nothing
   * changed, if that is not prepared (any more); true if it is on already.
   */
  turnOn(person: string, factor: SecondFactor, step: number): Promise<boolean>;
  /**
   * Uses up a step. False if it, or a later one, was used before, or this is not what is on (any more). Of two at the same
   * time, one succeeds.
   */
  useStep(person: string, sealed: string, step: number): Promise<boolean>;
  /** Takes away what is on and what is prepared. */
  turnOff(person: string): Promise<void>;
}

/** Codes that change with time (TOTP, RFC 6238), of secrets that only this port can read. */
export interface OneTimeCodes {
  /** The secret as it may be kept; it is good for that person alone. */
  seal(person: string, secret: Uint8Array): Promise<string>;
  /** The step of time that a code of six digits belongs to, if that is now, or just before or after. */
  stepOf(person: string, sealed: string, code: string, now: number): Promise<number | undefined>;
}

/** How many recovery codes somebody has left. */
export interface RecoveryCodesLeft {
  readonly left: number;
  /** ms since 1970 */
  readonly madeAt: number;
}

/** Of codes nothing is kept but a hash. Each has so many random bits that it needs no salt and no slowness. */
export interface RecoveryCodes {
  /** Keeps these in place of all that there were. */
  replace(person: string, codes: readonly string[], madeAt: number): Promise<void>;
  /** Whether it is one of those that are left; strongly read. */
  has(person: string, code: string): Promise<boolean>;
  /** Uses one up. Of two at the same time, one succeeds. */
  take(person: string, code: string): Promise<boolean>;
  /** Undefined if none were ever made. */
  of(person: string): Promise<RecoveryCodesLeft | undefined>;
}
