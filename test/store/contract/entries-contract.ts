import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Store } from '../../../lib/chat/ports.ts';
import type { EditEntry, Entry, MessageEntry, ReactionEntry } from '../../../lib/protocol/entries.ts';
import { MAX_ENTRIES_BEHIND } from '../../../lib/protocol/limits.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';
import { LARGEST_TEXT, TEXTS } from './texts.ts';

const WRITERS = 20;
const STRONG = { strong: true };
const TIMEOUT_MS = 20_000;

const entry = (seq: number, changes: Partial<MessageEntry> = {}): MessageEntry => ({
  kind: 'message',
  seq,
  from: 'alice',
  clientId: `id-${seq}`,
  at: NOON + seq,
  messages: seq,
  text: `text ${seq}`,
  ...changes,
});

export function entriesContract(store: () => Store): void {
  const entries = () => store().entries;

  /** Everything that a conversation has. */
  const logOf = (conversation: string) => entries().from(conversation, 0, 1_000, STRONG);

  describe('an entry', () => {
    test.each(TEXTS)('comes back exactly as put, with %s for its text', async (_, text) => {
      const conversation = fresh('log');
      expect(await entries().put(conversation, entry(1, { text }))).toBeUndefined();
      expect(await logOf(conversation)).toEqual([entry(1, { text })]);
      expect(await entries().before(conversation, 2, 1)).toEqual([entry(1, { text })]);
    });

    test('comes back exactly as put, with any well-formed text', async () => {
      const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const conversation = fresh('log');
          await entries().put(conversation, entry(1, { text }));
          expect(await logOf(conversation)).toEqual([entry(1, { text })]);
        }),
        { numRuns: 40 },
      );
    });

    test.each(NAMES_OF_PROPERTIES)('may be from %s, in their conversation, by that id', async (name) => {
      const conversation = `${name}:bob`;
      expect(await logOf(conversation)).toEqual([]);
      const put = entry(1, { from: name, clientId: name, text: name });
      expect(await entries().put(conversation, put)).toBeUndefined();
      expect(await logOf(conversation)).toEqual([put]);
    });

    test('is not put where there is one, which stays as it was, and is told', async () => {
      const conversation = fresh('log');
      const first = entry(1, { text: 'first' });
      await entries().put(conversation, first);
      await entries().noteEdit(conversation, 1, 2);
      expect(await entries().put(conversation, entry(1, { text: 'second', from: 'bob' }))).toEqual(first);
      expect(await entries().put(conversation, first)).toEqual(first);
      expect(await logOf(conversation)).toEqual([first]);
    });

    test(`is put by exactly one of ${WRITERS} at the same time`, async () => {
      const conversation = fresh('log');
      const rivals = Array.from({ length: WRITERS }, (_, i) => entry(1, { clientId: `rival-${i}` }));
      const inPlace = await Promise.all(rivals.map((rival) => entries().put(conversation, rival)));
      const winner = rivals[inPlace.indexOf(undefined)];
      expect(inPlace.filter(Boolean)).toEqual(Array(WRITERS - 1).fill(winner));
      expect(await logOf(conversation)).toEqual([winner]);
    });

    test('is in its own conversation alone', async () => {
      const conversation = fresh('log');
      await entries().put(`${conversation}:bob`, entry(1));
      expect(await entries().put(`${conversation}:bobby`, entry(1))).toBeUndefined();
      expect(await logOf(`${conversation}:bo`)).toEqual([]);
      expect(await logOf(`${conversation}:bobby`)).toEqual([entry(1)]);
    });
  });

  describe('of a log of 12 entries', () => {
    const conversation = fresh('log');
    const seqs = (read: readonly Entry[]) => read.map(({ seq }) => seq);

    beforeAll(async () => {
      for (let seq = 1; seq <= 12; seq += 1) await entries().put(conversation, entry(seq));
    });

    test.each([
      ['all from 0 on', 0, 100, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ['all from 1 on', 1, 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ['those from 8 on, ordered as numbers', 8, 100, [8, 9, 10, 11, 12]],
      ['the first three from 8 on', 8, 3, [8, 9, 10]],
      ['the one from 3 on that is asked for', 3, 1, [3]],
      ['the last', 12, 5, [12]],
      ['none behind the last', 13, 5, []],
      ['none far behind the last', 1_000_000_000_000, 5, []],
    ])('from() reads %s', async (_, seq, limit, expected) => {
      expect(seqs(await entries().from(conversation, seq, limit, STRONG))).toEqual(expected);
      // None of the three lags; elsewhere this may be shorter.
      expect(seqs(await entries().from(conversation, seq, limit))).toEqual(expected);
    });

    test.each([
      ['the last three', Number.MAX_SAFE_INTEGER, 3, [10, 11, 12]],
      ['all', Number.MAX_SAFE_INTEGER, 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ['all, if there are fewer than asked for', 13, 100, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
      ['the last two before 11', 11, 2, [9, 10]],
      ['the only one before 2', 2, 5, [1]],
      ['none before 1', 1, 5, []],
      ['none before 0', 0, 5, []],
    ])('before() reads %s, ascending', async (_, seq, limit, expected) => {
      expect(seqs(await entries().before(conversation, seq, limit))).toEqual(expected);
    });
  });

  describe('of a conversation that has not begun', () => {
    test('there is nothing to read', async () => {
      const conversation = fresh('log');
      expect(await entries().from(conversation, 0, 10)).toEqual([]);
      expect(await entries().from(conversation, 5, 10, STRONG)).toEqual([]);
      expect(await entries().before(conversation, 5, 10)).toEqual([]);
    });
  });

  describe('a log of the largest entries there can be, more than DynamoDB reads at once', () => {
    const conversation = fresh('log');
    const count = MAX_ENTRIES_BEHIND + 2;
    const log = Array.from({ length: count }, (_, i) => entry(i + 1, { text: LARGEST_TEXT }));

    beforeAll(async () => {
      for (const each of log) await entries().put(conversation, each);
    }, TIMEOUT_MS);

    test('is read whole by from() and by before()', async () => {
      // Not by Jest: to print how two logs of 1.6 MB differ takes it minutes.
      const same = (read: readonly Entry[], expected: readonly Entry[]) => isDeepStrictEqual(read, expected);
      expect(same(await entries().from(conversation, 1, count, STRONG), log)).toBe(true);
      expect(same(await entries().before(conversation, count + 1, count), log)).toBe(true);
      expect(same(await entries().from(conversation, 1, count - 1), log.slice(0, -1))).toBe(true);
      expect(same(await entries().before(conversation, count, count), log.slice(0, -1))).toBe(true);
    });
  });

  describe('what entries are about', () => {
    const edit = (seq: number, target: number): EditEntry => ({
      kind: 'edit',
      seq,
      from: 'alice',
      clientId: `id-${seq}`,
      at: NOON + seq,
      messages: 1,
      target,
      text: `edit ${seq}`,
    });
    const reaction: ReactionEntry = {
      kind: 'reaction',
      seq: 2,
      from: 'bob',
      clientId: 'id-2',
      at: NOON + 2,
      messages: 1,
      target: 1,
      emoji: null,
    };

    /** A message, a reaction to it, and two edits of it with one of another between. */
    async function edited(): Promise<string> {
      const conversation = fresh('log');
      const log = [entry(1, { replyTo: 1, forwarded: true }), reaction, edit(3, 1), edit(4, 2), edit(5, 1)];
      for (const each of log) await entries().put(conversation, each);
      return conversation;
    }

    test('comes back exactly as put, whatever their kind', async () => {
      const conversation = await edited();
      expect(await logOf(conversation)).toMatchObject([
        entry(1, { replyTo: 1, forwarded: true }),
        reaction,
        edit(3, 1),
        edit(4, 2),
        edit(5, 1),
      ]);
    });

    test('is found by place, in several conversations at once, where it is there', async () => {
      const [one, other] = [await edited(), await edited()];
      const places = [
        { conversation: one, seq: 3 },
        { conversation: other, seq: 9 },
        { conversation: other, seq: 1 },
        { conversation: other, seq: 1 },
      ];
      const found = await entries().find(places.slice(0, 3));
      expect(found.map(({ conversation, seq }) => `${conversation} ${seq}`).sort()).toEqual(
        [`${one} 3`, `${other} 1`].sort(),
      );
      expect(found.find(({ seq }) => seq === 3)?.entry).toEqual(edit(3, 1));
      expect(await entries().find([])).toEqual([]);
    });

    test('are a message’s edits, up to a number', async () => {
      const conversation = await edited();
      expect(await entries().editsOf(conversation, 1, 5)).toEqual([3, 5]);
      expect(await entries().editsOf(conversation, 1, 4)).toEqual([3]);
    });

    test('is noted with a message as its last edit, which is no part of the entry', async () => {
      const conversation = await edited();
      for (const seq of [3, 5, 3]) await entries().noteEdit(conversation, 1, seq);
      await entries().noteEdit(conversation, 99, 100);
      expect(await entries().find([{ conversation, seq: 1 }])).toMatchObject([{ seq: 1, lastEdit: 5 }]);
      expect((await logOf(conversation))[0]).toEqual(entry(1, { replyTo: 1, forwarded: true }));
      expect(await logOf(conversation)).toHaveLength(5);
    });

    test('has no emoji any more once it is taken back, twice or of what is not there', async () => {
      const conversation = await edited();
      await entries().unreact(conversation, [2]);
      await entries().unreact(conversation, [2, 99]);
      const log = await logOf(conversation);
      expect(log[1]).toEqual({ ...reaction, emoji: null });
      expect(log).toHaveLength(5);
    });

    test('has no text any more once it is scrubbed, twice or of what is not there', async () => {
      const conversation = await edited();
      await entries().scrub(conversation, [1, 3, 5]);
      await entries().scrub(conversation, [1, 99]);
      const gone = { text: '', gone: 'deleted' };
      expect(await logOf(conversation)).toMatchObject([
        { kind: 'message', seq: 1, ...gone, clientId: 'id-1' },
        reaction,
        { seq: 3, ...gone },
        edit(4, 2),
        { seq: 5, ...gone },
      ]);
    });
  });
}
