import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../lib/chat/ports.ts';
import type { Peer } from '../../../lib/chat/side-ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';
import { sessionOf } from '../../support/sessions.ts';
import { allPages } from './all-pages.ts';

const HOUR = 60 * 60_000;
const byName = (one: Peer, other: Peer) => (one.peer < other.peer ? -1 : 1);

export function peersContract(store: () => Store): void {
  const peers = () => store().peers;

  /** All of somebody's peers, in one page. */
  const listed = async (person: string) => (await peers().list(person, { limit: 100 })).items;

  describe("the list of a person's peers", () => {
    test('never moves anybody back, in whatever order two hours are told', async () => {
      const alice = fresh('alice');
      await peers().touch(alice, 'bob', NOON + HOUR);
      await peers().touch(alice, 'bob', NOON);
      await peers().touch(alice, 'bob', NOON + HOUR);
      expect(await listed(alice)).toEqual([{ peer: 'bob', activeAt: NOON + HOUR }]);
    });

    test('is empty at first', async () => {
      expect(await peers().list(fresh('alice'), { limit: 5 })).toEqual({ items: [] });
    });

    test.each([1, 2, 3, 6, 7, 8])(
      'has the latest active first, none twice, in pages of %i',
      async (limit) => {
        const alice = fresh('alice');
        // Neither the order in which they are touched nor that of their names; and as numbers, 9 is before 10.
        const hours = [3, 10, 9, 1, 100, 2, 20];
        for (const hour of hours) await peers().touch(alice, `peer-${hour}`, NOON + hour * HOUR);
        const inOrder = [100, 20, 10, 9, 3, 2, 1];
        expect(await allPages((page) => peers().list(alice, page), limit)).toEqual(
          inOrder.map((hour) => ({ peer: `peer-${hour}`, activeAt: NOON + hour * HOUR })),
        );
      },
    );

    test.each([1, 2, 3, 4])(
      'leaves out none of those active in the same hour, in pages of %i',
      async (limit) => {
        const alice = fresh('alice');
        const names = ['bob', 'carol', 'dave', 'eve', 'frank', 'grace', 'heidi'];
        for (const name of names) await peers().touch(alice, name, NOON);
        await peers().touch(alice, 'later', NOON + HOUR);
        await peers().touch(alice, 'earlier', NOON - HOUR);
        const all = await allPages((page) => peers().list(alice, page), limit);
        expect(all.map(({ activeAt }) => activeAt)).toEqual([
          NOON + HOUR,
          ...names.map(() => NOON),
          NOON - HOUR,
        ]);
        expect(all.slice(1, -1).sort(byName)).toEqual(names.map((peer) => ({ peer, activeAt: NOON })));
      },
    );

    test('has no cursor if all are on its one page', async () => {
      const alice = fresh('alice');
      await peers().touch(alice, 'bob', NOON);
      expect(await peers().list(alice, { limit: 2 })).not.toHaveProperty('next');
    });

    test('moves a peer up who was active again, and has them once', async () => {
      const alice = fresh('alice');
      await peers().touch(alice, 'bob', NOON);
      await peers().touch(alice, 'carol', NOON + HOUR);
      await peers().touch(alice, 'bob', NOON + 2 * HOUR);
      expect(await listed(alice)).toEqual([
        { peer: 'bob', activeAt: NOON + 2 * HOUR },
        { peer: 'carol', activeAt: NOON + HOUR },
      ]);
    });

    test('goes on below its cursor although the peer there was active again meanwhile', async () => {
      const alice = fresh('alice');
      for (const hour of [1, 2, 3]) await peers().touch(alice, `peer-${hour}`, NOON + hour * HOUR);
      const { next } = await peers().list(alice, { limit: 2 });
      await peers().touch(alice, 'peer-2', NOON + 4 * HOUR);
      const { items } = await peers().list(alice, { cursor: next, limit: 2 });
      expect(items).toEqual([{ peer: 'peer-1', activeAt: NOON + HOUR }]);
    });

    test('is nobody else’s: neither the peer’s nor that of a person with a similar name', async () => {
      const alice = fresh('alice');
      await peers().touch(alice, 'bob', NOON);
      expect(await listed(`${alice}2`)).toEqual([]);
      expect(await listed(alice.slice(0, -1))).toEqual([]);
    });

    test('has nothing else of what is kept of the person', async () => {
      const alice = fresh('alice');
      await store().people.add({ name: alice, displayName: 'A', passwordHash: 'h', createdAt: NOON });
      await store().sessions.add(sessionOf(alice, 'session'));
      expect(await listed(alice)).toEqual([]);
    });

    test.each(NAMES_OF_PROPERTIES)('may be that of %s, and have such a peer', async (name) => {
      expect(await listed(name)).toEqual([]);
      await peers().touch(name, name, NOON);
      expect(await listed(name)).toEqual([{ peer: name, activeAt: NOON }]);
    });

    test.each(['', 'bob', '-bob', '12-', '12-B', '1e3-bob', '12-not a name', '1234567890123456-bob'])(
      'refuses %j as a cursor',
      async (cursor) => {
        await expect(peers().list(fresh('alice'), { cursor, limit: 5 })).rejects.toMatchObject({
          code: 'invalid-request',
          field: 'cursor',
        });
      },
    );
  });
}
