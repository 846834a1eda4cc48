import { describe, expect, test } from '@jest/globals';
import type { Profile } from '../../../lib/chat/account-ports.ts';
import type { SeldomUsed, Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { sessionOf } from '../../support/sessions.ts';
import { allPages } from './all-pages.ts';

const BYTES = new Uint8Array([1, 2, 3]);
const MARKS = { received: 1, read: 1, readMessages: 1, told: { received: true, read: true } };

/** What every implementation of Erasure promises. */
export function erasureContract(store: () => Store & SeldomUsed): void {
  const profile = (name: string): Profile => ({
    name,
    displayName: 'Alice Marlow',
    about: 'At the lake',
    picture: 'a-version',
    passwordHash: 'a hash',
    createdAt: NOON,
  });
  const added = async (kind: string) => {
    const name = fresh(kind);
    await store().people.add(profile(name));
    return name;
  };
  const gone = (name: string) => ({ name, displayName: 'Deleted account', gone: true });
  const listed = async () => allPages((page) => store().erasure.list(page), 2);

  describe('somebody who is leaving', () => {
    test('is nobody who could log in, be found or be changed, from then on; and nobody else gets the name', async () => {
      const [alice, { people, erasure }] = [await added('alice'), store()];
      expect(await erasure.leaving(alice)).toBeUndefined();
      expect(await erasure.begin(alice, NOON)).toBe(true);
      for (const end of [async () => {}, () => erasure.end(alice)]) {
        await end();
        expect(await people.find(alice)).toBeUndefined();
        expect(await people.findAll([alice])).toEqual([gone(alice)]);
        expect((await people.list(alice, { limit: 1 })).items).toEqual([]);
        expect(await people.change(alice, { displayName: 'A', about: 'B', picture: 'c' })).toBeUndefined();
        expect(await people.replacePassword(alice, { former: 'a hash', next: 'b' })).toBe(false);
        expect(await people.add(profile(alice))).toBe(false);
        expect(await people.findAll([alice])).toEqual([gone(alice)]);
      }
    });

    test('is so once, since the first time, and until the end', async () => {
      const [alice, { erasure }] = [await added('alice'), store()];
      const begun = await Promise.all([erasure.begin(alice, NOON), erasure.begin(alice, NOON)]);
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await erasure.begin(alice, NOON + 1)).toBe(false);
      expect(await erasure.leaving(alice)).toEqual({ since: NOON });
      await erasure.noteDone(alice, { peer: 'bob', seq: 7 });
      await erasure.noteDone(alice, { peer: 'carol', seq: 3 });
      expect(await erasure.leaving(alice)).toEqual({ since: NOON, done: { peer: 'carol', seq: 3 } });
      await erasure.end(alice);
      await erasure.end(alice);
      await erasure.noteDone(alice, { peer: 'carol', seq: 4 });
      expect(await erasure.leaving(alice)).toBeUndefined();
      expect(await erasure.begin(alice, NOON)).toBe(false);
    });

    test('is on a list, page by page, as nobody else is', async () => {
      const names = [await added('one'), await added('two'), await added('three')];
      const [one = '', two = '', three = ''] = names;
      for (const name of names) await store().erasure.begin(name, NOON);
      await store().erasure.end(two);
      const other = await added('other');
      const all = await listed();
      expect(all).toEqual(expect.arrayContaining([one, three]));
      expect(all).toEqual(all.toSorted());
      for (const name of [two, other]) expect(all).not.toContain(name);
    });

    test('can’t be made out of nobody', async () => {
      const nobody = fresh('nobody');
      expect(await store().erasure.begin(nobody, NOON)).toBe(false);
      await store().erasure.end(nobody);
      expect(await store().people.findAll([nobody])).toEqual([]);
    });
  });

  describe('what is forgotten', () => {
    const fill = async (person: string) => {
      const { sessions, pushSubscriptions, pictures, preferences, peers, shelves, connections } = store();
      const { secondFactors, recoveryCodes } = store();
      const push = { endpoint: 'https://push.example/1', p256dh: 'p', auth: 'a', hidesContent: true };
      await sessions.add(sessionOf(person));
      await pushSubscriptions.add({ person, ...push, session: 's', addedAt: 1, expiresAt: NOON });
      await pictures.put(person, { type: 'image/png', bytes: BYTES });
      await secondFactors.prepare(person, 'sealed');
      await recoveryCodes.replace(person, ['A'], 1);
      await preferences.change(person, { presence: false });
      await peers.touch(person, 'bob', NOON);
      await peers.mark({ person, peer: 'carol' }, MARKS);
      await shelves.put({ person, peer: 'bob' }, 'starred', [1], 10);
      await connections.hold({ person, connectionId: `c-${person}`, session: 's', leaseEndsAt: NOON });
      await connections.saw(person, NOON);
    };
    const has = async (person: string) => {
      const { sessions, pushSubscriptions, pictures, preferences, peers, shelves, connections } = store();
      const { secondFactors, recoveryCodes } = store();
      const [bobs, carols] = await peers.sides([
        { person, peer: 'bob' },
        { person, peer: 'carol' },
      ]);
      const [shelf] = await shelves.of([{ person, peer: 'bob' }]);
      const [kept] = await preferences.of([person]);
      return {
        sessions: (await sessions.of(person, 0)).length,
        subscriptions: (await pushSubscriptions.of(person, 0, { strong: true })).length,
        picture: (await pictures.find(person)) !== undefined,
        secondFactor: await secondFactors.find(person),
        recoveryCodes: await recoveryCodes.of(person),
        presence: kept?.presence,
        peers: (await peers.list(person, { limit: 5 })).items.map(({ peer }) => peer),
        sides: [bobs !== undefined, carols !== undefined],
        stars: shelf?.starred.length,
        connections: (await connections.live(person, 0, { strong: true })).length,
        lastSeen: await connections.lastSeen(person),
      };
    };
    const ALL = {
      sessions: 1,
      subscriptions: 1,
      picture: true,
      secondFactor: { prepared: 'sealed' },
      recoveryCodes: { left: 1, madeAt: 1 },
      presence: false,
      peers: ['bob'],
      sides: [true, true],
      stars: 1,
      connections: 1,
      lastSeen: NOON,
    };
    const REST_FORGOTTEN = {
      ...ALL,
      sessions: 0,
      subscriptions: 0,
      picture: false,
      secondFactor: {},
      recoveryCodes: undefined,
      presence: true,
      sides: [true, false],
      stars: 0,
    };

    test('is all but the conversations and who is there, and nothing of anybody else', async () => {
      const [alice, zoe] = [await added('alice'), await added('zoe')];
      await fill(alice);
      await fill(zoe);
      await store().erasure.forgetRest(alice);
      await store().erasure.forgetRest(alice);
      expect(await has(alice)).toEqual(REST_FORGOTTEN);
      expect(await has(zoe)).toEqual(ALL);
      expect(await store().people.find(alice)).toEqual(profile(alice));
    });

    test('is a conversation, and all of it but for those of anybody else', async () => {
      const [alice, zoe] = [await added('alice'), await added('zoe')];
      await fill(alice);
      await fill(zoe);
      for (let i = 0; i < 2; i += 1) {
        await store().erasure.forgetConversation({ person: alice, peer: 'bob' });
      }
      expect(await has(alice)).toEqual({ ...ALL, peers: [], sides: [false, true], stars: 0 });
      expect(await has(zoe)).toEqual(ALL);
    });

    test('is who was there, and when', async () => {
      const [alice, zoe] = [await added('alice'), await added('zoe')];
      await fill(alice);
      await fill(zoe);
      for (let i = 0; i < 2; i += 1) await store().connections.forget(alice);
      expect(await has(alice)).toEqual({ ...ALL, connections: 0, lastSeen: undefined });
      expect(await has(zoe)).toEqual(ALL);
    });
  });
}
