import { describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../lib/chat/connection-ports.ts';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';

const MANY = 30;

/** A connection with an id of the kind that API Gateway gives. */
const connectionOf = (person: string, changes: Partial<Connection> = {}): Connection => ({
  person,
  connectionId: `${person}L0SM9cOFvHcCIhw=`,
  session: 'session',
  leaseEndsAt: NOON,
  ...changes,
});

export function connectionsContract(store: () => Store): void {
  const connections = () => store().connections;

  /** Whom a push just before noon goes to. */
  const live = (person: string) => connections().live(person, NOON - 1);

  describe('a connection', () => {
    test('is live as it was held until its lease ends', async () => {
      const connection = connectionOf(fresh('alice'));
      await connections().hold(connection);
      expect(await live(connection.person)).toEqual([connection]);
    });

    test.each([NOON, NOON + 1, NOON * 2])('whose lease ends at noon is not live at %i', async (now) => {
      const connection = connectionOf(fresh('alice'));
      await connections().hold(connection);
      expect(await connections().live(connection.person, now)).toEqual([]);
    });

    test('is live longer, and still one, when its lease is renewed', async () => {
      const connection = connectionOf(fresh('alice'));
      const renewed = { ...connection, leaseEndsAt: NOON + 1_000 };
      await connections().hold(connection);
      await connections().hold(renewed);
      expect(await connections().live(connection.person, NOON)).toEqual([renewed]);
    });

    test('is not live any more once it was removed, and the others of its person are', async () => {
      const person = fresh('alice');
      const [phone, laptop] = ['phone', 'laptop'].map((connectionId) =>
        connectionOf(person, { connectionId: person + connectionId }),
      ) as [Connection, Connection];
      await connections().hold(phone);
      await connections().hold(laptop);
      await connections().remove(person, phone.connectionId);
      expect(await live(person)).toEqual([laptop]);
    });

    test('may be removed twice, and held again', async () => {
      const connection = connectionOf(fresh('alice'));
      await connections().hold(connection);
      await connections().remove(connection.person, connection.connectionId);
      await connections().remove(connection.person, connection.connectionId);
      expect(await live(connection.person)).toEqual([]);
      await connections().hold(connection);
      expect(await live(connection.person)).toEqual([connection]);
    });

    test('is not removed for somebody else', async () => {
      const connection = connectionOf(fresh('alice'));
      await connections().hold(connection);
      await connections().remove(fresh('mallory'), connection.connectionId);
      expect(await live(connection.person)).toEqual([connection]);
    });

    test.each(NAMES_OF_PROPERTIES)('may be that of %s', async (name) => {
      expect(await live(name)).toEqual([]);
      await connections().hold(connectionOf(name));
      expect(await live(name)).toEqual([connectionOf(name)]);
    });
  });

  describe('whom somebody has blocked', () => {
    test('is known of each connection as it was last held', async () => {
      const blocking = connectionOf(fresh('alice'), { blocks: ['bob', 'mallory'] });
      await connections().hold(blocking);
      expect(await live(blocking.person)).toEqual([blocking]);
      const { blocks: _, ...connection } = blocking;
      await connections().hold(connection);
      expect(await live(blocking.person)).toEqual([connection]);
    });
  });

  describe('the live connections of a person', () => {
    test('are none at first', async () => {
      expect(await live(fresh('alice'))).toEqual([]);
    });

    test(`are all of them, be they ${MANY}, and nobody else's`, async () => {
      const person = fresh('alice');
      const ids = Array.from({ length: MANY }, (_, i) => `${person}${String(i).padStart(2, '0')}`);
      await Promise.all(
        ids.map((connectionId) => connections().hold(connectionOf(person, { connectionId }))),
      );
      await connections().hold(connectionOf(`${person}2`));
      const held = await live(person);
      expect(held.map(({ connectionId }) => connectionId).sort()).toEqual(ids);
    });

    test('have no tickets among them', async () => {
      const person = fresh('alice');
      await store().tickets.add({ secret: fresh('secret'), person, session: 's', expiresAt: NOON });
      expect(await live(person)).toEqual([]);
    });
  });
}
