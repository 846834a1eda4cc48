/** What the chat needs of the world to count what somebody does, for as long as it matters. */

/** Wrong passwords, or whatever else is guessed, in one bucket. */
export interface Tries {
  readonly count: number;
  /** ms since 1970: before this, nothing more is tried. */
  readonly nextAt: number;
  /** ms since 1970: the store may forget it any time after. */
  readonly forgottenAt: number;
}

/**
 * A rate that may be exceeded for a while: a bucket that leaks. What is done pours some ms into it, one ms leaks away in
 * each ms, and what would make it overflow has to wait.
 */
export interface Rate {
  /** What one time pours. */
  readonly eachMs: number;
  readonly capacityMs: number;
}

/** How full a bucket is. */
export interface Poured {
  /** False if it would have overflowed, and nothing was poured. */
  readonly hasRoom: boolean;
  /** ms since 1970: when it will be empty. */
  readonly emptyAt: number;
}

export interface Throttle {
  /** Strongly read. */
  tries(key: string): Promise<Tries | undefined>;
  /** False, and nothing changed, if what is kept is not `before` (any more). Of two at the same time, one succeeds. */
  replaceTries(key: string, before: Tries | undefined, after: Tries): Promise<boolean>;
  /**
   * Pours into a bucket, which is empty at first. MUST be atomic: of many at the same time, each counts.
   * @param ms less than nothing takes out what was poured before
   * @param capacityMs without it, there is always room
   */
  pour(key: string, ms: number, now: number, capacityMs?: number): Promise<Poured>;
}

/** A browser in which somebody has logged in before, as only we can say. */
export interface KnownDevice {
  readonly person: string;
  readonly id: string;
}

/** How much is let through. Whoever runs the chat may set each. */
export interface ThrottleLimits {
  /** Of one person over all of their sockets. */
  readonly framesPerMinute: number;
  /** How many frames of one person a process lets through in a minute before it asks how many the others have. */
  readonly framesUntold: number;
  readonly sockets: number;
  /** Conversations that a person begins with others. */
  readonly newConversationsPerDay: number;
  /** The same of a person of whom somebody has accepted a request. */
  readonly newConversationsPerDayOnceAccepted: number;
  readonly accountsPerHourAndAddress: number;
  readonly accountsPerHour: number;
  /** Tries that one device, or one address, has for one account without waiting. */
  readonly freeTries: number;
  /** Of all strangers at one account. */
  readonly triesPerHourAndAccount: number;
  /** Of all strangers at one address, at whatever account. */
  readonly triesPerHourAndAddress: number;
  /** Of all strangers at all accounts. */
  readonly triesPerHour: number;
}
