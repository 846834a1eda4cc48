import type { Entry } from '../protocol/entries.ts';
import type { CommonPasswords, Passwords, People, Pictures, Sessions } from './account-ports.ts';
import type { Audit, AuditTrail, Caller } from './audit-ports.ts';
import type { Connections, Push, Tickets, Watches } from './connection-ports.ts';
import type { Erasure } from './erasure-ports.ts';
import type { Notifier, PushServices, PushSubscriptions } from './notification-ports.ts';
import type { Passkeys, SpentChallenges, WebAuthn } from './passkey-ports.ts';
import type { ReportReview, Reports } from './report-ports.ts';
import type { OneTimeCodes, RecoveryCodes, SecondFactors } from './second-factor-ports.ts';
import type { Peers, PreferencesStore, Shelves } from './side-ports.ts';
import type { Throttle, ThrottleLimits } from './throttle-ports.ts';

/** What the chat needs of the world. Each port has one contract suite, which every implementation passes. */

export interface EntryPlace {
  readonly conversation: string;
  readonly seq: number;
}

/** An entry, and of a message the seq of its last edit, where it has one. */
export interface FoundEntry {
  readonly entry: Entry;
  readonly lastEdit?: number;
}

export interface EntriesStore {
  /**
   * Entries with a number of at least `seq`, ascending, without a hole, at most `limit`.
   * Unless `strong`, the newest ones MAY be missing.
   */
  from(conversation: string, seq: number, limit: number, options?: { strong: boolean }): Promise<Entry[]>;
  /** The last entries with a number below `seq`, ascending, at most `limit`; strongly read. */
  before(conversation: string, seq: number, limit: number): Promise<Entry[]>;
  /** Undefined if it is there now; otherwise, and nothing has changed, the entry that has its number. MUST be atomic. */
  put(conversation: string, entry: Entry): Promise<Entry | undefined>;
  /** Those of the entries that are there, in any order, strongly read. */
  find(places: readonly EntryPlace[]): Promise<(EntryPlace & FoundEntry)[]>;
  /** The numbers of a message's edits, all of those up to `last`. */
  editsOf(conversation: string, target: number, last: number): Promise<number[]>;
  /** Notes with a message that it has been edited by an entry further on. */
  noteEdit(conversation: string, target: number, seq: number): Promise<void>;
  /** Takes the texts away from entries that are there, for good. */
  scrub(conversation: string, seqs: readonly number[]): Promise<void>;
  /** Takes reactions back that are there, for good. */
  unreact(conversation: string, seqs: readonly number[]): Promise<void>;
}

export interface Clock {
  /** ms since 1970 */
  now(): number;
  wait(ms: number): Promise<void>;
}

export interface Random {
  /** At least 128 bits from a cryptographic source, in the characters of base64url. */
  secret(): string;
  /** From the same source. */
  bytes(count: number): Uint8Array;
}

/** A place where something that is not an answer to anybody is written down. */
export interface Log {
  warn(event: string, details: Record<string, unknown>): void;
}

/** What is counted or timed, for whoever watches over the chat. */
export type Metric =
  | 'MessagesStored'
  /** Puts that were tried; beyond one for each message, those that lost their number to somebody faster. */
  | 'AppendRounds'
  | 'PushesDelivered'
  | 'PushesGone'
  | 'PushesFailed'
  /** ms from when the messages of a frame are stored until the last device that is reached has them. */
  | 'StoredToPushed'
  /** Messages to push services, for people of whom no socket took it. */
  | 'NotificationsDelivered'
  | 'NotificationsGone'
  | 'NotificationsFailed'
  | 'LogInsRefused'
  | 'InternalErrors';

export interface Metrics {
  /** Adds to what the metric is for the request or frame under way. MUST NOT throw. */
  add(metric: Metric, value: number): void;
}

/** What is kept of accounts and of who is logged in where. */
export interface AccountStore {
  readonly people: People;
  readonly sessions: Sessions;
  readonly connections: Connections;
  readonly watches: Watches;
  readonly throttle: Throttle;
  readonly pushSubscriptions: PushSubscriptions;
  readonly audit: Audit;
}

/** All that is kept. */
export interface Store extends AccountStore {
  readonly peers: Peers;
  readonly entries: EntriesStore;
  readonly shelves: Shelves;
  readonly preferences: PreferencesStore;
  readonly reports: Reports;
  readonly tickets: Tickets;
}

/** What is kept, as only an operator sees it: no function can. */
export interface OperatorStore {
  readonly auditTrail: AuditTrail;
  readonly reportReview: ReportReview;
}

/** What few functions use, and is in no other's bundle. */
export interface SeldomUsed {
  readonly pictures: Pictures;
  readonly erasure: Erasure;
  readonly secondFactors: SecondFactors;
  readonly recoveryCodes: RecoveryCodes;
  readonly passkeys: Passkeys;
  readonly spentChallenges: SpentChallenges;
}

/** Everything that the use cases in this folder need; each names the part that it uses. */
export interface Chat extends Store, SeldomUsed {
  readonly push: Push;
  /** Absent, as is the next, where nobody is told of anything while their pages are closed. */
  readonly notifier?: Notifier | undefined;
  readonly pushServices?: PushServices | undefined;
  readonly passwords: Passwords;
  readonly oneTimeCodes: OneTimeCodes;
  readonly throttleLimits: ThrottleLimits;
  readonly commonPasswords: CommonPasswords;
  readonly webAuthn: WebAuthn;
  /** Whence it is asked, which is written down with what happens to an account. */
  readonly caller: Caller;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}
