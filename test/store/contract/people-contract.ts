import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Profile } from '../../../lib/chat/account-ports.ts';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';
import { sessionOf } from '../../support/sessions.ts';
import { allPages } from './all-pages.ts';

const TAKERS = 20;

const profile = (name: string, displayName = `The one named ${name}`): Profile => ({
  name,
  displayName,
  passwordHash: `hash of ${name}, ${displayName}`,
  createdAt: NOON,
});

const publicPart = ({ name, displayName }: Profile) => ({ name, displayName });

export function peopleContract(store: () => Store): void {
  const people = () => store().people;

  describe("a person's password", () => {
    test('is replaced if it is still the former one, and nothing else changes', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      const hashes = { former: bob.passwordHash, next: 'another hash' };
      expect(await people().replacePassword(bob.name, hashes)).toBe(true);
      expect(await people().find(bob.name)).toEqual({ ...bob, passwordHash: 'another hash' });
    });

    test('stays if it is another one by now', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      expect(await people().replacePassword(bob.name, { former: 'not his', next: 'x' })).toBe(false);
      expect(await people().find(bob.name)).toEqual(bob);
    });

    test('of nobody is not made', async () => {
      const name = fresh('nobody');
      expect(await people().replacePassword(name, { former: 'x', next: 'y' })).toBe(false);
      expect(await people().find(name)).toBeUndefined();
    });

    test(`is replaced by one of ${TAKERS} at the same time`, async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      const replaced = await Promise.all(
        Array.from({ length: TAKERS }, (_, i) =>
          people().replacePassword(bob.name, { former: bob.passwordHash, next: `hash ${i}` }),
        ),
      );
      expect(replaced.filter((isReplaced) => isReplaced)).toHaveLength(1);
      expect((await people().find(bob.name))?.passwordHash).toBe(`hash ${replaced.indexOf(true)}`);
    });
  });

  describe('a person', () => {
    test('is found as added', async () => {
      const bob = profile(fresh('bob'));
      expect(await people().add(bob)).toBe(true);
      expect(await people().find(bob.name)).toEqual(bob);
    });

    test('whom nobody added is not found', async () => {
      expect(await people().find(fresh('nobody'))).toBeUndefined();
    });

    test.each(NAMES_OF_PROPERTIES)('may be called %s', async (name) => {
      expect(await people().find(name)).toBeUndefined();
      expect(await people().findAll([name])).toEqual([]);
      expect(await people().add(profile(name))).toBe(true);
      expect(await people().find(name)).toEqual(profile(name));
      expect(await people().findAll([name])).toEqual([publicPart(profile(name))]);
      expect(await people().add(profile(name, 'Another'))).toBe(false);
    });

    test('keeps the name from everybody who comes later, and is not changed by them', async () => {
      const first = profile(fresh('bob'));
      await people().add(first);
      expect(await people().add(profile(first.name, 'An impostor'))).toBe(false);
      expect(await people().find(first.name)).toEqual(first);
    });

    test(`gets the name as the only one of ${TAKERS} who want it at the same time`, async () => {
      const name = fresh('bob');
      const takers = Array.from({ length: TAKERS }, (_, i) => profile(name, `Number ${i}`));
      const added = await Promise.all(takers.map((taker) => people().add(taker)));
      expect(added.filter((isAdded) => isAdded)).toHaveLength(1);
      expect(await people().find(name)).toEqual(takers[added.indexOf(true)]);
    });

    test('keeps the display name as it is, whatever the script', async () => {
      const bob = profile(fresh('bob'), 'Þóra “Bob” 🐘 שלום \\ e\u0301');
      await people().add(bob);
      expect(await people().find(bob.name)).toEqual(bob);
      expect(await people().findAll([bob.name])).toEqual([publicPart(bob)]);
    });
  });

  describe('a profile', () => {
    const shown = (person: object) => people().findAll([(person as Profile).name]);
    const listed = async ({ name }: Profile) => (await people().list(name, { limit: 1 })).items;

    test('is changed where it is named, and as it was elsewhere', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      const about = { ...publicPart(bob), about: 'At the lake' };
      expect(await people().change(bob.name, { about: 'At the lake' })).toEqual(about);
      const named = { ...about, displayName: 'Bob B.' };
      expect(await people().change(bob.name, { displayName: 'Bob B.' })).toEqual(named);
      const pictured = { ...named, picture: 'a-version' };
      expect(await people().change(bob.name, { picture: 'a-version' })).toEqual(pictured);
      expect(await people().change(bob.name, {})).toEqual(pictured);
      expect(await people().find(bob.name)).toEqual({ ...bob, ...pictured });
      expect(await shown(bob)).toEqual([pictured]);
    });

    test('is in the directory with its picture, and without what somebody says about themselves', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      await people().change(bob.name, { displayName: 'B', about: 'At the lake', picture: 'a-version' });
      expect(await listed(bob)).toEqual([{ name: bob.name, displayName: 'B', picture: 'a-version' }]);
      await people().change(bob.name, { picture: null });
      expect(await listed(bob)).toEqual([{ name: bob.name, displayName: 'B' }]);
    });

    test('loses what is taken away, and nothing by what is not there', async () => {
      const bob = { ...profile(fresh('bob')), about: 'At the lake', picture: 'a-version' };
      await people().add(bob);
      expect(await people().find(bob.name)).toEqual(bob);
      await people().change(bob.name, { about: null, picture: null });
      expect(await people().change(bob.name, { about: null })).toEqual(publicPart(bob));
      expect(await people().find(bob.name)).toEqual({ ...profile(bob.name), ...publicPart(bob) });
    });

    test('has both of two changes that are made at the same time', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      await Promise.all([
        people().change(bob.name, { displayName: 'B', about: 'At the lake' }),
        people().change(bob.name, { picture: 'a-version' }),
      ]);
      expect(await shown(bob)).toEqual([
        { name: bob.name, displayName: 'B', about: 'At the lake', picture: 'a-version' },
      ]);
    });

    test('of nobody does not come to be by a change', async () => {
      const name = fresh('nobody');
      expect(await people().change(name, { displayName: 'B', picture: 'a-version' })).toBeUndefined();
      expect(await people().find(name)).toBeUndefined();
    });
  });

  describe('the standing of a person', () => {
    const isListed = async (name: string) =>
      (await allPages((page) => people().list(name, page), 5)).length === 1;

    test('keeps them out of the list while it is not good, and out of nothing else', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      expect(await people().changeStanding(bob.name, { from: undefined, to: 'suspended' })).toBe(true);
      expect(await people().find(bob.name)).toEqual({ ...bob, standing: 'suspended' });
      expect(await isListed(bob.name)).toBe(false);
      expect(await people().findAll([bob.name])).toEqual([publicPart(bob)]);

      expect(await people().changeStanding(bob.name, { from: 'suspended', to: undefined })).toBe(true);
      expect(await people().find(bob.name)).toEqual(bob);
      expect(await isListed(bob.name)).toBe(true);
    });

    test('is not changed from what it is not', async () => {
      const bob = profile(fresh('bob'));
      await people().add(bob);
      expect(await people().changeStanding(bob.name, { from: 'suspended', to: undefined })).toBe(false);
      expect(await people().changeStanding(bob.name, { from: 'leaving', to: 'suspended' })).toBe(false);
      await people().changeStanding(bob.name, { from: undefined, to: 'leaving' });
      expect(await people().changeStanding(bob.name, { from: undefined, to: 'suspended' })).toBe(false);
      expect(await people().find(bob.name)).toEqual({ ...bob, standing: 'leaving' });
    });

    test('of nobody is not changed, and makes nobody', async () => {
      const name = fresh('nobody');
      expect(await people().changeStanding(name, { from: undefined, to: 'suspended' })).toBe(false);
      expect(await people().changeStanding(name, { from: 'suspended', to: undefined })).toBe(false);
      expect(await people().find(name)).toBeUndefined();
      expect(await isListed(name)).toBe(false);
    });
  });

  describe('people by their names', () => {
    test('are found at once, without those that nobody has, and without their password hashes', async () => {
      const [alice, bob] = [profile(fresh('alice')), profile(fresh('bob'))];
      await people().add(alice);
      await people().add(bob);
      const found = await people().findAll([bob.name, fresh('nobody'), alice.name]);
      expect(found.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual(
        [alice, bob].map(publicPart),
      );
    });

    test('are none for no names', async () => {
      expect(await people().findAll([])).toEqual([]);
    });
  });

  describe('the list of people', () => {
    const prefix = fresh('list');
    const names = ['_', '-', '0', '00', 'a', 'ab', 'b', 'ba', 'zz'].map((end) => prefix + end);

    beforeAll(async () => {
      for (const name of names.toReversed()) await people().add(profile(name));
      // Beside them, those who are close but have another prefix, and what else is kept of a person.
      await people().add(profile(`${prefix.slice(0, -1)}x`));
      await store().sessions.add(sessionOf(names[0] ?? '', 'session'));
      await store().peers.touch(names[0] ?? '', names[1] ?? '', NOON);
    });

    test.each([1, 2, 3, 4, 8, 9, 10])(
      'is in the order of names, none twice, in pages of %i',
      async (limit) => {
        const listed = await allPages((page) => people().list(prefix, page), limit);
        expect(listed).toEqual(names.toSorted().map((name) => publicPart(profile(name))));
      },
    );

    test('has no cursor if all are on its one page', async () => {
      expect(await people().list(prefix, { limit: names.length + 1 })).not.toHaveProperty('next');
    });

    test('has a cursor if there are more', async () => {
      const { items, next } = await people().list(prefix, { limit: names.length - 1 });
      expect(items).toHaveLength(names.length - 1);
      expect(next).toEqual(expect.any(String));
    });

    test('has all people, by name, for an empty prefix', async () => {
      const listed = await allPages((page) => people().list('', page), 7);
      const all = listed.map(({ name }) => name);
      expect(all).toEqual(all.toSorted());
      expect(new Set(all).size).toBe(all.length);
      expect(all).toEqual(expect.arrayContaining(names));
    });

    test('is empty for a prefix that no name has', async () => {
      expect(await people().list(fresh('nobody'), { limit: 5 })).toEqual({ items: [] });
    });

    test('goes on where it was although somebody was added meanwhile', async () => {
      const own = fresh('more');
      for (const end of ['b', 'd', 'f']) await people().add(profile(own + end));
      const first = await people().list(own, { limit: 2 });
      for (const end of ['a', 'e']) await people().add(profile(own + end));
      const second = await people().list(own, { cursor: first.next, limit: 3 });
      expect(second.items.map(({ name }) => name)).toEqual([`${own}e`, `${own}f`]);
    });

    test.each(['', 'UPPER', 'not a name', 'a'.repeat(33), 'another-prefix'])(
      'refuses %j as a cursor',
      async (cursor) => {
        await expect(people().list(prefix, { cursor, limit: 5 })).rejects.toMatchObject({
          code: 'invalid-request',
          field: 'cursor',
        });
      },
    );
  });
}
