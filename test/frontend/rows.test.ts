import { describe, expect, test } from '@jest/globals';
import { arrivedAfter, reactionAfter } from '../../frontend/conversation/arrived.ts';
import { heldOf, rowsOf } from '../../frontend/conversation/rows.ts';
import { isEmojiOnly } from '../../frontend/message-text/emoji-only.ts';
import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import type { Entry } from '../../lib/protocol/entries.ts';

const NOON = new Date(2026, 10, 25, 12).getTime();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function entry(seq: number, from: string, at: number): Entry {
  return { kind: 'message', seq, from, clientId: `id-${seq}`, at, messages: seq, text: `text ${seq}` };
}

const talk = (...entries: Entry[]) => ({ ...NO_CONVERSATION, entries, loaded: true });
const unsent = [
  {
    kind: 'message' as const,
    clientId: 'u',
    to: 'bob',
    text: 'later',
    after: 3,
    typedAt: NOON + MINUTE_MS,
    state: 'waiting' as const,
  },
];

describe('the rows of a conversation', () => {
  test('form blocks by one person within five minutes, and begin anew with each day', () => {
    const rows = rowsOf(
      talk(
        entry(1, 'bob', NOON - DAY_MS),
        entry(2, 'bob', NOON),
        entry(3, 'bob', NOON + MINUTE_MS),
        entry(4, 'alice', NOON + 2 * MINUTE_MS),
        entry(5, 'alice', NOON + 20 * MINUTE_MS),
      ),
      [],
      'alice',
      { first: 1 },
    );
    expect(rows.map(({ isNewDay, isFirst, isLast }) => [isNewDay, isFirst, isLast])).toEqual([
      [true, true, true],
      [true, true, false],
      [false, false, true],
      [false, true, true],
      [false, true, true],
    ]);
  });

  test('are those of the window, with what is not sent yet only where it goes to the end', () => {
    const entries = [7, 8, 9, 10].map((seq) => entry(seq, 'bob', NOON));
    const seqs = (window: { first: number; last?: number }) =>
      rowsOf(talk(...entries), unsent, 'alice', window).map(({ message }) => message.seq ?? message.clientId);
    expect(seqs({ first: 8 })).toEqual([8, 9, 10, 'u']);
    expect(seqs({ first: 7, last: 8 })).toEqual([7, 8]);
    expect(seqs({ first: 1 })).toEqual([7, 8, 9, 10, 'u']);
    expect(heldOf(talk(...entries))).toEqual({ first: 7, last: 10, seqs: [7, 8, 9, 10] });
    expect(heldOf(talk())).toEqual({ first: 1, last: 0, seqs: [] });
  });

  test('have something to read out only where the other person wrote after what is known', () => {
    const entries = [entry(1, 'bob', NOON), entry(2, 'alice', NOON), entry(3, 'bob', NOON)];
    expect(arrivedAfter(entries, 1, 'alice').map(({ seq }) => seq)).toEqual([3]);
    expect(arrivedAfter(entries, 3, 'alice')).toEqual([]);
  });

  test('have a reaction to read out where the other person has, not where one was only taken away', () => {
    const reaction = (seq: number, from: string, emoji: string | null): Entry => ({
      ...{ kind: 'reaction', seq, from, emoji, target: 1, at: NOON, messages: 1, clientId: `r${seq}` },
    });
    const entries = [reaction(2, 'bob', '👍'), reaction(3, 'bob', null), reaction(4, 'alice', '🎉')];
    expect(reactionAfter(entries, 1, 'alice')?.emoji).toBe('👍');
    expect(reactionAfter(entries, 2, 'alice')).toBeUndefined();
  });
});

describe('a message is shown large', () => {
  test.each(['😀', '👍🏽 👩‍👩‍👧', '🇸🇪❤️🎉'])('if it is nothing but a few emoji: %s', (text) => {
    expect(isEmojiOnly(text)).toBe(true);
  });

  test.each(['', ' ', '1', '😀 ok', '😀😀😀😀', ':-)', '#️'.slice(0, 1)])('but not %p', (text) => {
    expect(isEmojiOnly(text)).toBe(false);
  });
});
