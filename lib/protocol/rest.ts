import * as v from 'valibot';
import type { EditEntry, Entry, MessageEntry } from './entries.ts';
import type { ErrorBody } from './errors.ts';
import { DisplayName, Name, NamePrefix, Password, type Person } from './names.ts';
import type { Marks, Preferences, Side } from './side.ts';

/** A page's cursor comes from the answer before it; to the client it is opaque. */
const MAX_CURSOR_CHARACTERS = 512;
const Cursor = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_CURSOR_CHARACTERS),
  v.regex(/^[A-Za-z0-9_-]+$/, 'A cursor is the next of an earlier answer, unchanged.'),
);

/** A sequence number in a query string. */
const SeqParameter = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}$/, 'A sequence number is a whole number that is not negative.'),
  v.transform(Number),
);

/** Whether others use this computer: the log-in then ends with the browser, and the device keeps nothing. */
export const SharedComputer = v.optional(v.boolean());

export const RegisterBody = v.strictObject({
  name: Name,
  displayName: v.optional(DisplayName),
  password: Password,
  sharedComputer: SharedComputer,
});

/** Not `Password`: a wrong one is a wrong credential, whatever its length. */
export const LogInBody = v.strictObject({
  name: v.string(),
  password: v.string(),
  /** Of whoever has a second factor, when that was asked for. */
  code: v.optional(v.string()),
  sharedComputer: SharedComputer,
});

/** Not `Password` either: what is current may be from before any rule. */
export const ChangePasswordBody = v.strictObject({
  current: v.string(),
  password: Password,
  endOthers: v.optional(v.boolean(), true),
});

/** One session, by the id that the list has for it; or all others than the one that asks. */
export const EndSessionBody = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id from the list of sessions.'))),
    others: v.optional(v.literal(true)),
  }),
  v.check(
    ({ id, others }) => (id === undefined) === (others === true),
    'Say which session, or that all others are meant.',
  ),
);

/** What a POST that needs nothing says: an empty object, as JSON, which no form of another site can send. */
export const NoBody = v.strictObject({});

export const PeopleQuery = v.strictObject({
  prefix: v.optional(NamePrefix, ''),
  cursor: v.optional(Cursor),
});

export const ConversationsQuery = v.strictObject({ cursor: v.optional(Cursor) });

export const EntriesQuery = v.pipe(
  v.strictObject({
    with: Name,
    after: v.optional(SeqParameter),
    before: v.optional(SeqParameter),
  }),
  v.check(
    ({ after, before }) => after === undefined || before === undefined,
    'Ask for the entries after or before a number, not both.',
  ),
);

export const StarredQuery = v.strictObject({ cursor: v.optional(Cursor) });

export type RegisterBody = v.InferOutput<typeof RegisterBody>;
export type LogInBody = v.InferOutput<typeof LogInBody>;
export type ChangePasswordBody = v.InferOutput<typeof ChangePasswordBody>;
export type EndSessionBody = v.InferOutput<typeof EndSessionBody>;
export type StarredQuery = v.InferOutput<typeof StarredQuery>;
export type PeopleQuery = v.InferOutput<typeof PeopleQuery>;
export type ConversationsQuery = v.InferOutput<typeof ConversationsQuery>;
export type EntriesQuery = v.InferOutput<typeof EntriesQuery>;

/** `next` is the cursor of the next page; absent on the last one. */
export interface PeoplePage {
  readonly people: readonly Person[];
  readonly next?: string;
}

/** A conversation as a list shows it: with whom, its newest entries, in ascending order, and both sides of it. */
export interface Conversation {
  readonly with: Person;
  readonly entries: readonly Entry[];
  readonly side: Side;
  /** Up to where the other person has it, as far as that may be known. */
  readonly theirs: Marks;
}

/** Ordered by last activity, to the hour; the entries themselves give the exact order. */
export interface ConversationsPage {
  readonly conversations: readonly Conversation[];
  readonly next?: string;
}

/**
 * Entries in ascending order; `more` says whether there are others further on in the direction asked for. With the newest
 * ones come both sides of the conversation.
 */
export interface EntriesPage extends Partial<Pick<Conversation, 'side' | 'theirs'>> {
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

/** A starred message, with its last edit where it has been edited. */
export interface Starred {
  readonly with: Person;
  readonly entry: MessageEntry;
  readonly edit?: EditEntry;
}

/** By conversation, then the newest first. */
export interface StarredPage {
  readonly starred: readonly Starred[];
  readonly next?: string;
}

/** A log-in of one's own. */
export interface ListedSession {
  /** What it can be ended by. */
  readonly id: string;
  /** Browser and system, such as `Firefox, Linux`; empty if they are not known. */
  readonly device: string;
  /** ms since 1970 */
  readonly createdAt: number;
  /** To the hour; on a shared computer, to ten minutes. */
  readonly lastUsedAt: number;
  readonly sharedComputer?: true;
  /** Present if it is the one that asks. */
  readonly current?: true;
}

/** The last used first. */
export interface SessionsAnswer {
  readonly sessions: readonly ListedSession[];
}

/** What opens one socket: the address (relative to the page if it begins with `/`) and a ticket for it. */
export interface SocketTicket {
  readonly url: string;
  readonly ticket: string;
}

export interface Me {
  readonly me: Person;
}

export interface Bootstrap extends Me {
  readonly people: PeoplePage;
  readonly conversations: ConversationsPage;
  /** The pinned ones that are not on that page. */
  readonly pinned: readonly Conversation[];
  readonly preferences: Preferences;
  /** The names of all whom I have blocked; absent where that is nobody. */
  readonly blocked?: readonly string[];
  readonly socket: SocketTicket;
  /** Present if the log-in said that others use this computer. */
  readonly sharedComputer?: boolean;
  /** The public key by which a browser knows this server's pushes (VAPID, base64url); absent where there are none. */
  readonly pushKey?: string;
}

/** The body of every answer with a status of 400 and above. */
export interface ErrorAnswer {
  readonly error: ErrorBody;
}
