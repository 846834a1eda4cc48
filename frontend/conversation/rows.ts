import { isSameDay } from '../parts/times.ts';
import type { Conversation, OutboxItem } from '../state/model.ts';
import { messagesOf, type ShownMessage, shownSeqs } from '../state/shown-messages.ts';
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

/** What is held of a log and shown, by its numbers. */
export function heldOf(conversation: Parameters<typeof shownSeqs>[0]): Held {
  const seqs = shownSeqs(conversation);
  return { first: seqs[0] ?? 1, last: seqs.at(-1) ?? 0, seqs };
}

/** The rows of a window. What it costs depends on the window, not on how much is held. */
export function rowsOf(
  conversation: Conversation,
  unsent: readonly OutboxItem[],
  me: string,
  window: RowWindow,
): Row[] {
  const messages = messagesOf(conversation, unsent, me, window);
  return messages.map((message, i) => rowOf(message, messages[i - 1], messages[i + 1]));
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
