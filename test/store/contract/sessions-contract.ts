import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';
import { sessionOf } from '../../support/sessions.ts';

const BEFORE_ITS_END = NOON - 1;

export function sessionsContract(store: () => Store): void {
  const sessions = () => store().sessions;

  describe('a session', () => {
    test('is found as added until it expires', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      expect(await sessions().find(session.person, session.id, BEFORE_ITS_END)).toEqual(session);
    });

    test('on a computer that others use is found as such', async () => {
      const session = { ...sessionOf(fresh('alice')), sharedComputer: true } as const;
      await sessions().add(session);
      expect(await sessions().find(session.person, session.id, BEFORE_ITS_END)).toEqual(session);
    });

    test.each([NOON, NOON + 1, NOON * 2])('that expires at noon is not found any more at %i', async (now) => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      expect(await sessions().find(session.person, session.id, now)).toBeUndefined();
    });

    test('that nobody began is not found', async () => {
      const { person } = sessionOf(fresh('alice'));
      expect(await sessions().find(person, 'invented', BEFORE_ITS_END)).toBeUndefined();
    });

    test('is not found for anybody but its person', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      expect(await sessions().find(fresh('mallory'), session.id, BEFORE_ITS_END)).toBeUndefined();
    });

    test('is not found once it was removed, and the others of its person still are', async () => {
      const person = fresh('alice');
      const [phone, laptop] = [sessionOf(person, 'phone'), sessionOf(person, 'laptop')];
      await sessions().add(phone);
      await sessions().add(laptop);
      await sessions().remove(person, phone.id);
      expect(await sessions().find(person, phone.id, BEFORE_ITS_END)).toBeUndefined();
      expect(await sessions().find(person, laptop.id, BEFORE_ITS_END)).toEqual(laptop);
    });

    test('lives on from when it was used, and is otherwise as it was', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      const used = { ...session, lastUsedAt: NOON - 1, expiresAt: NOON + 1 };
      await sessions().touch(used);
      expect(await sessions().find(session.person, session.id, NOON)).toEqual(used);
      expect(await sessions().find(session.person, session.id, NOON + 1)).toBeUndefined();
    });

    test('that has ended does not come to life by being used', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      await sessions().remove(session.person, session.id);
      await sessions().touch(session);
      expect(await sessions().find(session.person, session.id, BEFORE_ITS_END)).toBeUndefined();
      expect(await sessions().of(session.person, BEFORE_ITS_END)).toEqual([]);
    });

    test('is listed with the others of its person that live, and with nothing else', async () => {
      const person = fresh('alice');
      const [phone, laptop] = [sessionOf(person, 'phone'), sessionOf(person, 'laptop')];
      const expired = sessionOf(person, 'expired', { expiresAt: BEFORE_ITS_END });
      for (const session of [phone, laptop, expired]) await sessions().add(session);
      await sessions().add(sessionOf(fresh('bob'), 'phone'));
      await store().people.add({ name: person, displayName: 'A', passwordHash: 'h', createdAt: 1 });
      await store().peers.touch(person, 'bob', NOON);
      const listed = await sessions().of(person, BEFORE_ITS_END);
      expect(listed.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([laptop, phone]);
    });

    test('is not removed by somebody else who knows its id', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      await sessions().remove(fresh('mallory'), session.id);
      expect(await sessions().find(session.person, session.id, BEFORE_ITS_END)).toEqual(session);
    });

    test('may be removed twice', async () => {
      const session = sessionOf(fresh('alice'));
      await sessions().add(session);
      await sessions().remove(session.person, session.id);
      await sessions().remove(session.person, session.id);
      expect(await sessions().find(session.person, session.id, BEFORE_ITS_END)).toBeUndefined();
    });

    test.each(NAMES_OF_PROPERTIES)('may be that of %s, and have that as its id', async (name) => {
      expect(await sessions().find(name, name, BEFORE_ITS_END)).toBeUndefined();
      await sessions().add(sessionOf(name, name));
      expect(await sessions().find(name, name, BEFORE_ITS_END)).toEqual(sessionOf(name, name));
    });
  });
}
