import { MAX_FRAME_BYTES, MAX_MESSAGES_PER_FRAME } from '../../lib/protocol/limits.ts';
import type { OutboxItem, UnsentAct, UnsentMessage } from '../state/model.ts';
import { unsentTo } from '../state/outbox.ts';
import { onTheWire } from './frame-of.ts';

/** What a frame has beside its messages, amply: its action, its id, and whom it goes to. */
const FRAME_OVERHEAD_BYTES = 512;

const utf8 = new TextEncoder();

/**
 * What goes to somebody in the next frame, in the order it was done: messages, or one thing done to a message. What
 * failed does not hold up what is behind it.
 */
export function nextBatch(outbox: readonly OutboxItem[], name: string): UnsentMessage[] | [UnsentAct] | [] {
  const batch: UnsentMessage[] = [];
  let bytes = FRAME_OVERHEAD_BYTES;
  for (const item of unsentTo(outbox, name)) {
    if (item.state === 'failed') continue;
    if (item.kind !== 'message') return batch.length === 0 ? [item] : batch;
    bytes += bytesOf(item);
    const isFull = batch.length === MAX_MESSAGES_PER_FRAME || (batch.length > 0 && bytes > MAX_FRAME_BYTES);
    if (isFull) break;
    batch.push(item);
  }
  return batch;
}

function bytesOf(item: UnsentMessage): number {
  return utf8.encode(JSON.stringify(onTheWire(item))).length + ','.length;
}
