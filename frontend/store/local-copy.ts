import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { KeptSides } from '../state/sides.ts';
import type { TakingOut } from './kept-entries.ts';

/** The newest entries of a conversation, ascending and without a hole. */
export interface KeptConversation {
  readonly with: string;
  readonly entries: readonly Entry[];
  /** Absent as long as nobody has said. */
  readonly sides?: KeptSides;
}

/** Where a conversation's log ends, as far as it is kept. */
export interface KeptEnd {
  readonly with: string;
  readonly last: number;
}

/** What a page can open with. */
export interface Kept {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly conversations: readonly KeptConversation[];
}

/** What is to be kept, or not any longer, since the last time. */
export interface Changes {
  readonly me?: Person;
  readonly people: readonly Person[];
  /** Conversations of which all that was kept is wrong; it goes before the entries below are put. */
  readonly forgotten: readonly string[];
  readonly entries: readonly { readonly with: string; readonly entries: readonly Entry[] }[];
  readonly sides?: readonly { readonly with: string; readonly sides: KeptSides }[];
}

/**
 * A device's copy of what a person has on the server. It is never more than a help: what it lacks is asked of the
 * server, and all of it may vanish at any time. Its functions never throw and never reject.
 */
export interface LocalCopy {
  /** The most recently active conversations with their newest entries; undefined if nothing is kept. */
  read(): Promise<Kept | undefined>;
  /** The newest entries of a conversation, at most `limit`, ascending, without a hole; empty if there are none. */
  newest(name: string, limit: number): Promise<Entry[]>;
  /** The entries up to and with `seq - 1`, at most `limit`, ascending, without a hole; empty if that one is not kept. */
  before(name: string, seq: number, limit: number): Promise<Entry[]>;
  /** The ends of all conversations that are kept, the most recently active first. */
  ends(): Promise<KeptEnd[]>;
  /** Writing the same twice is the same as once, in one tab or several. */
  write(changes: Changes): Promise<void>;
  /** Takes out of what is kept of a conversation what a deletion for both, or a departure, has taken out of its log. */
  scrub(name: string, by: TakingOut): Promise<void>;
}

/** The database of a person on a device. */
export function databaseName(person: string): string {
  return `chat/${person}`;
}

/** Of a device that keeps nothing. */
export const NO_COPY: LocalCopy = {
  read: async () => undefined,
  newest: async () => [],
  before: async () => [],
  ends: async () => [],
  write: async () => {},
  scrub: async () => {},
};
