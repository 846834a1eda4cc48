import type { Marks } from '../protocol/side.ts';
import type { Page, PageRequest } from './page.ts';

/** What the chat needs of the world to keep what is one person's alone. */

/** That a person has a conversation with the peer, and since when it was quiet, to the hour. */
export interface Peer {
  readonly peer: string;
  readonly activeAt: number;
}

/** Whose side of the conversation with whom. */
export interface SideKey {
  readonly person: string;
  readonly peer: string;
}

/** What somebody has written behind `from`, and up to `to` if the block has ended, is hidden from who blocked them. */
export interface Block {
  readonly from: number;
  readonly to?: number;
}

/** What is kept of a side, but for its shelf. Where it is left out it is not so, or nothing. */
export interface KeptSide extends Marks {
  /** How many messages the log had at `read`. */
  readonly readMessages: number;
  /** The marks as the peer was told: less than the true ones after a time in which they were not to be known. */
  readonly told: Marks;
  readonly unread?: true;
  readonly pinnedAt?: number;
  readonly mutedUntil?: number;
  readonly archivedAt?: number;
  readonly request?: true;
  /** In the order they were made; only the last one may be without an end. */
  readonly blocks: readonly Block[];
}

/** A side of which nothing is kept. */
export const NEW_SIDE: KeptSide = {
  received: 0,
  read: 0,
  readMessages: 0,
  told: { received: 0, read: 0 },
  blocks: [],
};

/** What is raised to at least these; a mark that is there already, or a greater one, stays. */
export interface MarksToRaise extends Marks {
  readonly readMessages: number;
  /** Whether the peer is told of them. */
  readonly told: { readonly received: boolean; readonly read: boolean };
}

/** What is put in place of what is kept; null takes it away. */
export type SideFields = {
  readonly [Field in
    | 'unread'
    | 'pinnedAt'
    | 'mutedUntil'
    | 'archivedAt'
    | 'request'
    | 'blocks']?: NonNullable<KeptSide[Field]> | null;
};

export interface Peers {
  /**
   * Makes the record if there is none, and moves it forward in time if it is older; never back.
   * @param options.request that it is a request, unless that was said before or is known not to be so
   */
  touch(person: string, peer: string, activeAt: number, options?: { request: boolean }): Promise<void>;
  /**
   * The latest active first.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  list(person: string, page: PageRequest): Promise<Page<Peer>>;
  /** In the order of the keys; undefined where nothing is kept. Strongly read. */
  sides(keys: readonly SideKey[]): Promise<(KeptSide | undefined)[]>;
  /**
   * Raises marks, each for itself, in one step. A side that moves on as read is not unread any more.
   * @param known the side as it was just read, so that it need not be again; that it has changed since does no harm
   */
  mark(key: SideKey, marks: MarksToRaise, known?: KeptSide): Promise<{ side: KeptSide; moved: boolean }>;
  /** Changes what is named, makes the side if there is none, and answers it as it is now. */
  change(key: SideKey, fields: SideFields): Promise<KeptSide>;
}

/** The messages of one conversation that somebody has set apart, as their numbers, ascending. */
export interface Shelf {
  readonly starred: readonly number[];
  readonly hidden: readonly number[];
}

export const EMPTY_SHELF: Shelf = { starred: [], hidden: [] };

export interface Shelves {
  /** In the order of the keys. Strongly read. */
  of(keys: readonly SideKey[]): Promise<Shelf[]>;
  /** False, and nothing changed, if there would be more than the limit; what is there already does no harm. */
  put(key: SideKey, shelf: keyof Shelf, seqs: readonly number[], limit: number): Promise<boolean>;
  take(key: SideKey, shelf: keyof Shelf, seqs: readonly number[]): Promise<void>;
  /**
   * All that somebody has starred: by the peer's name, then the newest first.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  starred(person: string, page: PageRequest): Promise<Page<{ readonly peer: string; readonly seq: number }>>;
}

/** What others may know, two short lists that are needed before any conversation is looked at, and a word of others. */
export interface KeptPreferences {
  readonly readReceipts: boolean;
  readonly presence: boolean;
  readonly blocked: readonly string[];
  readonly pinned: readonly string[];
  /** Whether somebody has accepted a request of theirs. */
  readonly isAccepted: boolean;
}

/** Those of somebody who has not changed any. */
export const NEW_PREFERENCES: KeptPreferences = {
  readReceipts: true,
  presence: true,
  blocked: [],
  pinned: [],
  isAccepted: false,
};

export interface PreferencesStore {
  /** In the order of the names; where nothing is kept, everything may be known and the lists are empty. Strongly read. */
  of(people: readonly string[]): Promise<KeptPreferences[]>;
  change(
    person: string,
    preferences: Partial<Pick<KeptPreferences, 'readReceipts' | 'presence' | 'isAccepted'>>,
  ): Promise<void>;
  /** False, and nothing changed, if there are as many on the list as there may be. Answers true also for a name that is on it. */
  add(person: string, list: 'blocked' | 'pinned', name: string, limit: number): Promise<boolean>;
  remove(person: string, list: 'blocked' | 'pinned', name: string): Promise<void>;
}
