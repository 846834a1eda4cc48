import type { Entry } from '../../lib/protocol/entries.ts';
import { isSameDay } from '../parts/times.ts';
import type { Conversation, OutboxItem } from '../state/model.ts';
import { messagesOf, type ShownMessage } from '../state/shown-messages.ts';
import type { Held, RowWindow } from './row-window.ts';

/** Messages of one person that follow each other within this time look like one block. */
const BLOCK_MS = 5 * 60_000;

/** A message with its place among those around it. */
export interface Row {
  readonly message: ShownMessage;
  /** Whether its day is another than that of the message before. */
  readonly isNewDay: boolean;
  /** Whether it begins, and whether it ends, a block of messages by one person. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What is held of a log, by its numbers. */
export function heldOf({ entries }: Pick<Conversation, 'entries'>): Held {
  return { first: entries[0]?.seq ?? 1, last: entries.at(-1)?.seq ?? 0 };
}

/** The rows of a window. What it costs depends on the window, not on how much is held. */
export function rowsOf(
  conversation: Conversation,
  unsent: readonly OutboxItem[],
  me: string,
  window: RowWindow,
): Row[] {
  const entries = entriesIn(conversation, window);
  const isToEnd = window.last === undefined;
  const messages = messagesOf(
    { ...conversation, entries, aside: isToEnd ? conversation.aside : [] },
    isToEnd ? unsent : [],
    me,
  );
  return messages.map((message, i) => rowOf(message, messages[i - 1], messages[i + 1]));
}

function entriesIn({ entries }: Conversation, { first, last }: RowWindow): readonly Entry[] {
  const start = entries[0]?.seq ?? 1;
  // The log has no hole, so that a number is a place.
  return entries.slice(Math.max(0, first - start), last === undefined ? undefined : last - start + 1);
}

function rowOf(
  message: ShownMessage,
  before: ShownMessage | undefined,
  after: ShownMessage | undefined,
): Row {
  const isNewDay = !before || !isSameDay(before.at, message.at);
  return {
    message,
    isNewDay,
    isFirst: isNewDay || !isOneBlock(before, message),
    isLast: !after || !isOneBlock(message, after),
  };
}

function isOneBlock(one: ShownMessage, next: ShownMessage): boolean {
  return one.from === next.from && next.at - one.at < BLOCK_MS && isSameDay(one.at, next.at);
}
