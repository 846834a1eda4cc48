import { MAX_FRAME_BYTES, MAX_MESSAGES_PER_FRAME } from '../../lib/protocol/limits.ts';
import type { OutboxItem } from '../state/model.ts';
import { unsentTo } from '../state/outbox.ts';

/** What a frame has beside its messages, amply: its action, its id, and whom it goes to. */
const FRAME_OVERHEAD_BYTES = 512;

const utf8 = new TextEncoder();

/**
 * The messages to somebody that go into the next frame, in the order they were typed. One that failed does not hold up
 * those behind it.
 */
export function nextBatch(outbox: readonly OutboxItem[], name: string): OutboxItem[] {
  const batch: OutboxItem[] = [];
  let bytes = FRAME_OVERHEAD_BYTES;
  for (const item of unsentTo(outbox, name)) {
    if (item.state === 'failed') continue;
    bytes += bytesOf(item);
    const isFull = batch.length === MAX_MESSAGES_PER_FRAME || (batch.length > 0 && bytes > MAX_FRAME_BYTES);
    if (isFull) break;
    batch.push(item);
  }
  return batch;
}

function bytesOf({ clientId, text }: OutboxItem): number {
  return utf8.encode(JSON.stringify({ clientId, text })).length + ','.length;
}
