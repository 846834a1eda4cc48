import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';

const TOLD = { received: true, read: true };
const UNTOLD = { received: true, read: false };
const DEVICES = 4;

export function sidesContract(store: () => Store): void {
  const peers = () => store().peers;
  const keyOf = () => ({ person: fresh('alice'), peer: 'bob' });
  const sideOf = async (key: ReturnType<typeof keyOf>) => (await peers().sides([key]))[0];

  describe('the sides of conversations', () => {
    test('come in the order they are asked for, with nothing where nothing is kept', async () => {
      const [one, other] = [keyOf(), keyOf()];
      await peers().change(one, { mutedUntil: 1 });
      await peers().change(other, { mutedUntil: 2 });
      const sides = await peers().sides([other, keyOf(), one, other]);
      expect(sides.map((side) => side?.mutedUntil)).toEqual([2, undefined, 1, 2]);
      expect(await peers().sides([])).toEqual([]);
    });

    test('are changed in what is named, and in nothing else', async () => {
      const key = keyOf();
      await peers().change(key, { mutedUntil: 7, unread: true, blocks: [{ from: 1, to: 3 }, { from: 8 }] });
      expect(await peers().change(key, { mutedUntil: null, pinnedAt: NOON, archivedAt: 0 })).toEqual({
        received: 0,
        read: 0,
        readMessages: 0,
        told: { received: 0, read: 0 },
        unread: true,
        pinnedAt: NOON,
        archivedAt: 0,
        blocks: [{ from: 1, to: 3 }, { from: 8 }],
      });
      expect(await sideOf(key)).toEqual(await peers().change(key, {}));
    });

    test('are in no list before something is written', async () => {
      const key = keyOf();
      await peers().change(key, { pinnedAt: NOON });
      await peers().mark(key, { received: 1, read: 1, readMessages: 1, told: TOLD });
      expect(await peers().list(key.person, { limit: 5 })).toEqual({ items: [] });
    });

    test('are requests from the first message of somebody new until that is said to be none, and not again', async () => {
      const key = keyOf();
      await peers().touch(key.person, key.peer, NOON, { request: true });
      expect(await sideOf(key)).toMatchObject({ request: true });
      await peers().change(key, { request: null });
      await peers().touch(key.person, key.peer, NOON + 1, { request: true });
      expect(await sideOf(key)).not.toHaveProperty('request');
    });
  });

  describe('marks', () => {
    test('are raised each for itself, and never lowered', async () => {
      const key = keyOf();
      await peers().mark(key, { received: 5, read: 3, readMessages: 2, told: TOLD });
      const { side, moved } = await peers().mark(key, { received: 4, read: 4, readMessages: 3, told: TOLD });
      expect(moved).toBe(true);
      expect(side).toMatchObject({ received: 5, read: 4, readMessages: 3, told: { received: 5, read: 4 } });
      expect(await peers().mark(key, { received: 1, read: 1, readMessages: 1, told: TOLD })).toEqual({
        side,
        moved: false,
      });
      expect(await sideOf(key)).toEqual(side);
    });

    test('that are not told are raised all the same, and told with the next that is', async () => {
      const key = keyOf();
      const { side } = await peers().mark(key, { received: 2, read: 2, readMessages: 2, told: UNTOLD });
      expect(side).toMatchObject({ read: 2, told: { received: 2, read: 0 } });
      expect(await peers().mark(key, { received: 2, read: 2, readMessages: 2, told: TOLD })).toMatchObject({
        side: { told: { received: 2, read: 2 } },
        moved: true,
      });
    });

    test('of several devices at once end at the greatest', async () => {
      const key = keyOf();
      await Promise.all(
        Array.from({ length: DEVICES }, (_, i) =>
          peers().mark(key, { received: DEVICES - i, read: i, readMessages: i, told: TOLD }),
        ),
      );
      expect(await sideOf(key)).toMatchObject({
        received: DEVICES,
        read: DEVICES - 1,
        readMessages: DEVICES - 1,
      });
    });

    test('that read on end that it is unread; others do not', async () => {
      const key = keyOf();
      await peers().change(key, { unread: true });
      await peers().mark(key, { received: 2, read: 0, readMessages: 0, told: TOLD });
      expect(await sideOf(key)).toMatchObject({ unread: true });
      await peers().mark(key, { received: 2, read: 1, readMessages: 1, told: TOLD });
      expect(await sideOf(key)).not.toHaveProperty('unread');
    });
  });

  describe('a shelf', () => {
    const shelves = () => store().shelves;
    const ALL = { starred: [], hidden: [] };

    test('holds each number once, in order, for each conversation apart', async () => {
      const [key, other] = [keyOf(), keyOf()];
      expect(await shelves().put(key, 'starred', [30, 4], 10)).toBe(true);
      await shelves().put(key, 'starred', [4, 100], 10);
      await shelves().put(key, 'hidden', [7], 10);
      expect(await shelves().of([other, key])).toEqual([ALL, { starred: [4, 30, 100], hidden: [7] }]);
      await shelves().take(key, 'starred', [4, 30, 100, 9]);
      expect(await shelves().of([key])).toEqual([{ starred: [], hidden: [7] }]);
    });

    test('that is full takes nothing more', async () => {
      const key = keyOf();
      await shelves().put(key, 'hidden', [1, 2], 2);
      expect(await shelves().put(key, 'hidden', [3], 2)).toBe(false);
      expect(await shelves().of([key])).toEqual([{ starred: [], hidden: [1, 2] }]);
    });

    test.each([1, 2, 3, 4, 5])(
      'is listed by the other’s name, the newest first, in pages of %i',
      async (limit) => {
        const person = fresh('alice');
        await shelves().put({ person, peer: 'carol' }, 'starred', [5, 60], 10);
        await shelves().put({ person, peer: 'bob' }, 'starred', [1, 2], 10);
        await shelves().put({ person, peer: 'dave' }, 'hidden', [1], 10);
        const found: string[] = [];
        for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
          const page = await shelves().starred(person, { cursor, limit });
          found.push(...page.items.map(({ peer, seq }) => `${peer} ${seq}`));
          cursor = page.next;
        }
        expect(found).toEqual(['bob 2', 'bob 1', 'carol 60', 'carol 5']);
      },
    );
  });

  describe('preferences', () => {
    const preferences = () => store().preferences;
    const AT_FIRST = { readReceipts: true, presence: true, blocked: [], pinned: [], isAccepted: false };

    test('let everything be known at first, and come in the order they are asked for', async () => {
      const [alice, bob] = [fresh('alice'), fresh('bob')];
      await preferences().change(bob, { presence: false });
      const [bobs, alices, again] = await preferences().of([bob, alice, bob]);
      expect(alices).toEqual(AT_FIRST);
      expect(bobs).toEqual({ ...AT_FIRST, presence: false });
      expect(again).toEqual(bobs);
      await preferences().change(alice, { isAccepted: true });
      expect(await preferences().of([alice])).toEqual([{ ...AT_FIRST, isAccepted: true }]);
    });

    test('keep a list of names up to its limit, each once', async () => {
      const alice = fresh('alice');
      expect(await preferences().add(alice, 'blocked', 'mallory', 2)).toBe(true);
      expect(await preferences().add(alice, 'blocked', 'bob', 2)).toBe(true);
      expect(await preferences().add(alice, 'blocked', 'carol', 2)).toBe(false);
      expect(await preferences().add(alice, 'blocked', 'bob', 2)).toBe(true);
      expect(await preferences().of([alice])).toEqual([{ ...AT_FIRST, blocked: ['bob', 'mallory'] }]);
      for (const name of ['bob', 'mallory', 'nobody']) await preferences().remove(alice, 'blocked', name);
      expect(await preferences().of([alice])).toEqual([AT_FIRST]);
    });
  });
}
