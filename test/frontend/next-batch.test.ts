import { expect, test } from '@jest/globals';
import type { OutboxItem, UnsentMessage } from '../../frontend/state/model.ts';
import { onTheWire } from '../../frontend/sync/frame-of.ts';
import { nextBatch } from '../../frontend/sync/next-batch.ts';
import { MAX_FRAME_BYTES, MAX_MESSAGES_PER_FRAME, MAX_TEXT_CHARACTERS } from '../../lib/protocol/limits.ts';

function item(typedAt: number, change: Partial<UnsentMessage> = {}): UnsentMessage {
  return { kind: 'message', ...unsent(typedAt), text: 'hi', ...change };
}

function unsent(typedAt: number) {
  return { clientId: `id-${typedAt}`, to: 'bob', after: 0, typedAt, state: 'waiting' as const };
}

test('a batch has the messages to one person, in the order they were typed, without those that failed', () => {
  const outbox = [item(3), item(1), item(2, { state: 'failed' }), item(4, { to: 'carol' })];
  expect(nextBatch(outbox, 'bob').map(({ typedAt }) => typedAt)).toEqual([1, 3]);
});

test('a batch has no more messages than a frame may', () => {
  const outbox = Array.from({ length: MAX_MESSAGES_PER_FRAME + 1 }, (_, i) => item(i));
  expect(nextBatch(outbox, 'bob')).toHaveLength(MAX_MESSAGES_PER_FRAME);
});

test('of the longest texts, as many as fit into a frame go together', () => {
  const longest = '👩'.repeat(MAX_TEXT_CHARACTERS);
  const outbox = [item(1, { text: longest }), item(2, { text: longest }), item(3, { text: longest })];
  const batch = nextBatch(outbox, 'bob');
  const frame = JSON.stringify({
    action: 'send-message',
    id: crypto.randomUUID(),
    to: 'x'.repeat(32),
    after: Number.MAX_SAFE_INTEGER,
    messages: batch.map((message) => message.kind === 'message' && onTheWire(message)),
  });
  expect(batch).toHaveLength(2);
  expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(MAX_FRAME_BYTES);
});

test('a text that takes more than a frame when it is escaped goes alone, for the server to refuse', () => {
  const outbox = [item(1, { text: '\u0000'.repeat(MAX_TEXT_CHARACTERS * 2) }), item(2)];
  expect(nextBatch(outbox, 'bob').map(({ typedAt }) => typedAt)).toEqual([1]);
});

test('what is done to a message goes alone, after what was done before it and before what came later', () => {
  const edit: OutboxItem = { kind: 'edit', ...unsent(3), target: 7, text: 'better' };
  const outbox = [item(1), item(2), edit, item(4)];
  expect(nextBatch(outbox, 'bob').map(({ typedAt }) => typedAt)).toEqual([1, 2]);
  expect(nextBatch(outbox.slice(2), 'bob')).toEqual([edit]);
  expect(nextBatch(outbox.slice(3), 'bob').map(({ typedAt }) => typedAt)).toEqual([4]);
});
