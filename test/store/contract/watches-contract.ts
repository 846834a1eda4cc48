import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';

export function watchesContract(store: () => Store): void {
  const { connections, watches } = {
    connections: () => store().connections,
    watches: () => store().watches,
  };

  /** A connection that is held. */
  async function held() {
    const person = fresh('alice');
    const connection = { person, connectionId: `${person}L0SM9c=`, session: 'session', leaseEndsAt: NOON };
    await connections().hold(connection);
    return connection;
  }

  describe('what a connection watches', () => {
    test('is told as it was before it changes', async () => {
      const { person, connectionId } = await held();
      expect(await connections().watch(person, connectionId, 'bob')).toBeUndefined();
      expect(await connections().watch(person, connectionId, 'carol')).toBe('bob');
      expect(await connections().watch(person, connectionId, undefined)).toBe('carol');
      expect(await connections().watch(person, connectionId, undefined)).toBeUndefined();
    });

    test('stays when its lease is renewed, and is told when it ends', async () => {
      const connection = await held();
      const { person, connectionId } = connection;
      await connections().watch(person, connectionId, 'bob');
      const renewed = { ...connection, leaseEndsAt: NOON + 1, blocks: ['mallory'] };
      expect(await connections().hold(renewed)).toEqual({ ...renewed, watching: 'bob' });
      expect(await connections().live(person, NOON)).toEqual([{ ...renewed, watching: 'bob' }]);
      expect(await connections().hold(connection)).toEqual({ ...connection, watching: 'bob' });
      expect(await connections().remove(person, connectionId)).toBe('bob');
      expect(await connections().remove(person, connectionId)).toBeUndefined();
      expect(await connections().hold(connection)).toEqual(connection);
    });
  });

  describe('when somebody was last seen', () => {
    test('is the last that was noted, and no connection', async () => {
      const alice = fresh('alice');
      expect(await connections().lastSeen(alice)).toBeUndefined();
      await connections().saw(alice, NOON);
      await connections().saw(alice, NOON + 5);
      expect(await connections().lastSeen(alice)).toBe(NOON + 5);
      expect(await connections().live(alice, 0)).toEqual([]);
    });
  });

  describe('whoever watches somebody', () => {
    const watchOf = (watched: string, changes: object = {}) => ({
      watched,
      watcher: 'alice',
      connectionId: 'phone',
      seesPresence: true,
      leaseEndsAt: NOON,
      ...changes,
    });

    test('is known until their lease ends, or it is removed', async () => {
      const bob = fresh('bob');
      const [phone, laptop] = [watchOf(bob), watchOf(bob, { connectionId: 'laptop', leaseEndsAt: NOON + 1 })];
      await watches().add(phone);
      await watches().add(laptop);
      const byId = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
      expect((await watches().of(bob, NOON - 1)).sort(byId)).toEqual([phone, laptop].sort(byId));
      expect(await watches().of(bob, NOON)).toEqual([laptop]);
      await watches().remove(bob, 'laptop');
      expect(await watches().of(bob, NOON)).toEqual([]);
      expect(await watches().of(fresh('carol'), 0)).toEqual([]);
    });

    test('is known once for each connection, as it was last', async () => {
      const bob = fresh('bob');
      await watches().add(watchOf(bob));
      await watches().add(watchOf(bob, { seesPresence: false }));
      expect(await watches().of(bob, 0)).toEqual([watchOf(bob, { seesPresence: false })]);
    });
  });
}
