import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { Problem } from '../net/errors.ts';

/** In place of a seq: the log was not loaded yet, so nobody knows. Such a message is never sent as it is. */
export const NOT_PLACED = -1;

/** A message that was typed here and that the server is not known to have stored. */
export interface OutboxItem {
  readonly clientId: string;
  readonly to: string;
  readonly text: string;
  /** The last seq that was held here when the message was typed, or `NOT_PLACED`; a resend must say the same. */
  readonly after: number;
  /** By this device's clock, in ms; no two items of an outbox have the same, so it also is their order. */
  readonly typedAt: number;
  readonly state: 'waiting' | 'failed';
  /** Why it failed. */
  readonly failure?: Problem;
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
  /** Whether the other person wrote while it was not open. */
  readonly unseen: boolean;
  /** Why it can't be shown. */
  readonly problem?: Problem;
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
  /** Whether the outbox survives a reload. */
  readonly outboxDurable: boolean;
  readonly drafts: ReadonlyMap<string, string>;
  /** The name of the person whose conversation is open. */
  readonly open: string | null;
  /** What is to be shown of a conversation as soon as it is open and the log is loaded so far; null once it is. */
  readonly goal: Goal | null;
}

export const NO_CONVERSATION: Conversation = {
  entries: [],
  aside: [],
  loaded: false,
  earlier: 'idle',
  unseen: false,
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
  outboxDurable: true,
  drafts: new Map(),
  open: null,
  goal: null,
};
