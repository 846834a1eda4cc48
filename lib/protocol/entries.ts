/**
 * A conversation's log.
 *
 * Entries are numbered 1, 2, 3 … without a hole. A client that holds a contiguous run up to the last `seq` holds
 * everything that happened in it; what a message has become, it folds from the entries behind it.
 */
interface Placed {
  /** The sequence number: the place in the log. */
  readonly seq: number;
  /** The name of the person who wrote it. */
  readonly from: string;
  /** Made by the sending client; the same entry sent twice has the same one and is stored once. */
  readonly clientId: string;
  /** When it was stored, by the server's clock, in ms since 1970. Never before the entry it follows. */
  readonly at: number;
  /** How many messages the conversation has up to and with this entry. */
  readonly messages: number;
}

/** Present where the text is gone: the message was deleted for both, or its sender is blocked by who reads it. */
export type Gone = 'deleted' | 'blocked';

export interface MessageEntry extends Placed {
  readonly kind: 'message';
  /** Empty if it is gone. */
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number;
  readonly forwarded?: true;
  readonly gone?: Gone;
}

/** What an entry of another kind is about: the seq of a message before it. */
interface About extends Placed {
  readonly target: number;
}

/** Its author has put another text in place of a message's. Of several edits, the last one holds. */
export interface EditEntry extends About {
  readonly kind: 'edit';
  readonly text: string;
  readonly gone?: Gone;
}

/** Its author has deleted a message for both; its text and those of its edits are gone from the log. */
export interface DeletionEntry extends About {
  readonly kind: 'deletion';
}

/** Somebody's reaction to a message, in place of the one that they had, if any; null takes it away. */
export interface ReactionEntry extends About {
  readonly kind: 'reaction';
  readonly emoji: string | null;
}

/**
 * Whoever it is from has deleted their account: every text and reaction of theirs in this log is gone, or will be
 * within a day. It is the last entry that the log ever has.
 */
export interface DepartureEntry extends Placed {
  readonly kind: 'departure';
}

export type Entry = MessageEntry | EditEntry | DeletionEntry | ReactionEntry | DepartureEntry;

/** Whether it is a message; nothing else can be answered, starred, edited or reacted to. */
export function isMessage(entry: Entry | undefined): entry is MessageEntry {
  return entry?.kind === 'message';
}
