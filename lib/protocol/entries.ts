/**
 * One entry of a conversation's log.
 *
 * Entries are numbered 1, 2, 3 … without a hole. A client that holds a contiguous run up to the last `seq` holds
 * everything that happened in it.
 */
export interface MessageEntry {
  readonly kind: 'message';
  /** The sequence number: the place in the log. */
  readonly seq: number;
  /** The name of the person who wrote it. */
  readonly from: string;
  /** Made by the sending client; the same message sent twice has the same one and is stored once. */
  readonly clientId: string;
  /** When it was stored, by the server's clock, in ms since 1970. Never before the entry it follows. */
  readonly at: number;
  /** How many messages the conversation has up to and with this entry. */
  readonly messages: number;
  readonly text: string;
}

export type Entry = MessageEntry;
