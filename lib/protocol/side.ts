import * as v from 'valibot';
import { MAX_ENTRIES_PER_CHANGE } from './limits.ts';
import { Seq } from './seq.ts';

/** Up to where a device of somebody has the log, and up to where they have read it; 0 where it is nothing. */
export interface Marks {
  readonly received: number;
  readonly read: number;
}

/** One person's side of a conversation: what is theirs alone. All of their devices have the same. */
export interface Side extends Marks {
  /** How many messages the log had up to and with the entry at `read`; those behind it are unread. */
  readonly readMessages: number;
  /** Marked as unread by hand, until it is read on. */
  readonly unread?: true;
  /** ms since 1970; pinned conversations come first, the latest pinned at the top. */
  readonly pinnedAt?: number;
  /** ms since 1970; until then nothing rings. `FOR_EVER` where it has no end. */
  readonly mutedUntil?: number;
  /** Archived as the log was at that seq: a newer entry brings the conversation back, unless it is muted. */
  readonly archivedAt?: number;
  readonly blocked?: true;
  /** It was begun by somebody new, and nobody has accepted it yet. */
  readonly request?: true;
  /** The seqs of messages that are kept to be found again, and of those that are deleted for this person alone. */
  readonly starred?: readonly number[];
  readonly hidden?: readonly number[];
}

/** What others may know of somebody. Whoever hides one of these is not told of others', either. */
export interface Preferences {
  /** Whether others are told up to where they have read. */
  readonly readReceipts: boolean;
  /** Whether others are told that they are online, or when they last were. */
  readonly presence: boolean;
}

/** The end of what has none, as a time in ms: the last that a Date can hold. */
export const FOR_EVER = 8_640_000_000_000_000;

const SomeEntries = v.pipe(
  v.array(v.pipe(Seq, v.minValue(1))),
  v.minLength(1),
  v.maxLength(MAX_ENTRIES_PER_CHANGE),
);

/** What may be changed of a side; what is left out stays as it is. */
export const SideChange = {
  unread: v.optional(v.boolean()),
  pinned: v.optional(v.boolean()),
  /** 0 ends it. */
  mutedUntil: v.optional(v.pipe(Seq, v.maxValue(FOR_EVER))),
  archived: v.optional(v.boolean()),
  blocked: v.optional(v.boolean()),
  accepted: v.optional(v.literal(true)),
  star: v.optional(SomeEntries),
  unstar: v.optional(SomeEntries),
  hide: v.optional(SomeEntries),
};
