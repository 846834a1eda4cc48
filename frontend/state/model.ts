import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { Presence } from '../../lib/protocol/server-frames.ts';
import type { Marks, Preferences, Side } from '../../lib/protocol/side.ts';
import type { Problem } from '../net/errors.ts';
import { NO_MARKS, NO_SIDE, type Wish } from './sides.ts';

/** Whether somebody is there, as far as that may be known. */
export interface ShownPresence {
  readonly with: string;
  readonly presence: Presence;
}

/** In place of a seq: the log was not loaded yet, so nobody knows. Such a message is never sent as it is. */
export const NOT_PLACED = -1;

/** Something that was done here and that the server is not known to have stored. */
interface Unsent {
  readonly clientId: string;
  readonly to: string;
  /** The last seq that was held here when it was done, or `NOT_PLACED`; a resend must say the same. */
  readonly after: number;
  /** By this device's clock, in ms; no two items of an outbox have the same, so it also is their order. */
  readonly typedAt: number;
  readonly state: 'waiting' | 'failed';
  /** Why it failed. */
  readonly failure?: Problem;
  /** When the same may do better, by this device's clock in ms, if that was said. */
  readonly retryAt?: number | undefined;
  /** Present once it was in a frame: it may be stored as it was then, so it must stay as it is. */
  readonly tried?: true;
}

export interface UnsentMessage extends Unsent {
  readonly kind: 'message';
  readonly text: string;
  readonly replyTo?: number;
  readonly forwarded?: true;
}

/** What is done to a message; it has a place in the log, so that there is a number to name. */
export type UnsentAct = Unsent & { readonly target: number } & (
    | { readonly kind: 'edit'; readonly text: string }
    | { readonly kind: 'deletion' }
    | { readonly kind: 'reaction'; readonly emoji: string | null }
  );

export type OutboxItem = UnsentMessage | UnsentAct;

/** The message that is answered or edited in the field of a conversation. */
export interface Composing {
  readonly about: 'reply' | 'edit';
  /** Absent for one that was not sent yet. */
  readonly seq?: number;
  readonly clientId: string;
  readonly text: string;
  /** What is to come in place of its text, as far as it is written. */
  readonly typed?: string;
}

/** Something that the server refused to do to a message. */
export interface RefusedAct {
  readonly with: string;
  readonly kind: UnsentAct['kind'];
  readonly problem: Problem;
}

/** What is held of the log of one conversation. */
export interface Conversation {
  /** Without a hole, in ascending order, up to the last that is held. This is what is shown. */
  readonly entries: readonly Entry[];
  /** Entries that lie beyond a hole, in ascending order: not shown until the hole is filled. */
  readonly aside: readonly Entry[];
  /** Whether the server was asked; only then does "no entries" mean that there are none. */
  readonly loaded: boolean;
  readonly earlier: 'idle' | 'loading' | 'failed';
  /** What is mine alone in it, as it is shown: with what was read here, and with what I wish. */
  readonly side: Side;
  /** That, as the server has said it last; `NO_SIDE` as long as it has not. */
  readonly said: Side;
  readonly wishes: readonly Wish[];
  /** Up to where the other person has it, as far as that may be known. */
  readonly theirs: Marks;
  /** Why it can't be shown. */
  readonly problem?: Problem;
}

/** Something that I wished of my side of a conversation, and that the server refused. */
export interface RefusedWish {
  readonly with: string;
  readonly problem: Problem;
}

/** A list of people of which the server has given the pages so far. */
export interface Listing {
  readonly names: readonly string[];
  readonly next?: string;
  readonly status: 'idle' | 'loading' | 'failed';
}

export interface Search {
  readonly query: string;
  readonly found: Listing;
}

/** What somebody who is not signed in any more should know. */
export type Notice = 'session-over';

export type Session =
  | { readonly status: 'loading' }
  | { readonly status: 'unreachable'; readonly problem: Problem }
  | { readonly status: 'signed-out'; readonly notice?: Notice }
  | { readonly status: 'signed-in'; readonly me: Person };

/** A message that somebody wants to see in its place. */
export interface Goal {
  readonly with: string;
  readonly seq: number;
  /** Whether it is to be there without standing out, as it was the page that chose it. */
  readonly isQuiet?: true;
}

/** Everything that the app knows, and all that a view is made from. */
export interface State {
  readonly session: Session;
  /** Whether others use this computer, so that it keeps nothing. */
  readonly sharedComputer: boolean;
  /** By which a browser knows this server's pushes; absent where there are none, or as long as the server has not said. */
  readonly pushKey?: string;
  readonly connection: 'connecting' | 'live' | 'reconnecting';
  /** By the other person's name. Maps, because `constructor` and `__proto__` are allowed names. */
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly olderConversations: { readonly next?: string; readonly status: 'idle' | 'loading' | 'failed' };
  readonly people: ReadonlyMap<string, Person>;
  readonly directory: Listing;
  readonly search: Search | null;
  readonly outbox: readonly OutboxItem[];
  /** By whom the field is for; absent where something new is written. */
  readonly composing: ReadonlyMap<string, Composing>;
  /** What was refused last, until something else is done. */
  readonly refusedAct: RefusedAct | null;
  /** Whether the outbox survives a reload. */
  readonly outboxDurable: boolean;
  readonly drafts: ReadonlyMap<string, string>;
  /** The name of the person whose conversation is open. */
  readonly open: string | null;
  /** What is to be shown of a conversation as soon as it is open and the log is loaded so far; null once it is. */
  readonly goal: Goal | null;
  /** What others may know of me. */
  readonly preferences: Preferences;
  /** The names of those whom I had blocked when the server was asked; of a conversation that is held, its side says it. */
  readonly blocked: readonly string[];
  /** Who is writing to me just now. */
  readonly typing: ReadonlySet<string>;
  /** Whether the person is there whose conversation is open; null as long as nobody has said. */
  readonly presence: ShownPresence | null;
  /** What was refused last, until somebody has seen that. */
  readonly refusedWish: RefusedWish | null;
}

export const NO_CONVERSATION: Conversation = {
  entries: [],
  aside: [],
  loaded: false,
  earlier: 'idle',
  side: NO_SIDE,
  said: NO_SIDE,
  wishes: [],
  theirs: NO_MARKS,
};

export const INITIAL_STATE: State = {
  session: { status: 'loading' },
  sharedComputer: false,
  connection: 'connecting',
  conversations: new Map(),
  olderConversations: { status: 'idle' },
  people: new Map(),
  directory: { names: [], status: 'idle' },
  search: null,
  outbox: [],
  composing: new Map(),
  refusedAct: null,
  outboxDurable: true,
  drafts: new Map(),
  open: null,
  goal: null,
  preferences: { readReceipts: true, presence: true },
  blocked: [],
  typing: new Set(),
  presence: null,
  refusedWish: null,
};
