import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { Bootstrap, ConversationsPage, EntriesPage, PeoplePage } from '../../lib/protocol/rest.ts';
import { type Person, signUp } from './person.ts';
import { PUSH_KEYS, SOCKET_URL, startWorld, type World } from './world.ts';

const HOUR_MS = 60 * 60_000;
const T0 = Date.UTC(2026, 10, 24);

const NEW_SIDE = { received: 0, read: 0, readMessages: 0 };

let world: World;
let alice: Person;
let bob: Person;
let mallory: Person;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob, mallory] = (await Promise.all(
    ['alice', 'bob', 'mallory'].map((name) => signUp(world, name)),
  )) as [Person, Person, Person];
  // 60 people more than a page holds, and 25 of them have written to bob; 120 entries between bob and alice.
  await Promise.all(Array.from({ length: 60 }, (_, i) => addGuest(i)));
  await Promise.all(Array.from({ length: 25 }, (_, i) => write('bob', guest(i), 1, T0 + i * HOUR_MS)));
  await write('alice', 'bob', 120, T0 + 100 * HOUR_MS);
});

afterAll(() => world?.stop());

describe('bootstrap', () => {
  test('bob gets himself, the first page of people and conversations, and a ticket', async () => {
    const { status, body } = await bob.get('/api/bootstrap');
    const { me, people, conversations, socket, ...more } = body as Bootstrap;
    expect(status).toBe(200);
    const preferences = { readReceipts: true, presence: true };
    expect(more).toEqual({ pushKey: PUSH_KEYS.publicKey, pinned: [], preferences });
    expect(me).toEqual({ name: 'bob', displayName: 'bob' });
    expect(people).toEqual((await bob.get('/api/people')).body);
    expect(conversations).toEqual((await bob.get('/api/conversations')).body);
    expect(socket).toEqual({ url: SOCKET_URL, ticket: expect.stringMatching(/^[A-Za-z0-9_-]{32,}$/) });
  });

  test('mallory, who has written to nobody, gets an empty list', async () => {
    const { body } = await mallory.get('/api/bootstrap');
    expect((body as Bootstrap).conversations).toEqual({ conversations: [] });
  });
});

describe('people', () => {
  test('come by name, 50 a page, everybody once, and show no more than their names', async () => {
    const first = (await alice.get('/api/people')).body as PeoplePage;
    expect(first.people).toHaveLength(50);
    const second = (await alice.get('/api/people', { cursor: first.next ?? '' })).body as PeoplePage;
    expect(second).not.toHaveProperty('next');
    const names = [...first.people, ...second.people].map(({ name }) => name);
    const guests = Array.from({ length: 60 }, (_, i) => guest(i));
    expect(names).toEqual(['alice', 'bob', 'mallory', ...guests].sort());
    for (const person of first.people) expect(Object.keys(person).sort()).toEqual(['displayName', 'name']);
  });

  test('are found by the beginning of their name, whatever its case', async () => {
    const { body } = await alice.get('/api/people', { prefix: 'AL' });
    expect(body).toEqual({ people: [{ name: 'alice', displayName: 'alice' }] });
  });

  test('are none where no name begins so', async () => {
    expect(await alice.get('/api/people', { prefix: 'zz' })).toMatchObject({
      status: 200,
      body: { people: [] },
    });
  });
});

describe('conversations', () => {
  test('come with the latest active first, 20 a page, each with its newest 20 entries', async () => {
    const first = (await bob.get('/api/conversations')).body as ConversationsPage;
    expect(first.conversations).toHaveLength(20);
    expect(first.conversations[0]?.with).toEqual({ name: 'alice', displayName: 'alice' });
    expect(seqs(first.conversations[0]?.entries)).toEqual(numbers(101, 120));

    const second = (await bob.get('/api/conversations', { cursor: first.next ?? '' }))
      .body as ConversationsPage;
    expect(second).not.toHaveProperty('next');
    const withWhom = [...first.conversations, ...second.conversations].map((each) => each.with.name);
    const guests = Array.from({ length: 25 }, (_, i) => guest(24 - i));
    expect(withWhom).toEqual(['alice', ...guests]);
  });

  test('an entry has just the fields of the protocol', async () => {
    const { conversations } = (await alice.get('/api/conversations')).body as ConversationsPage;
    expect(conversations).toHaveLength(1);
    expect(conversations[0]?.entries.at(-1)).toEqual({
      kind: 'message',
      seq: 120,
      from: 'alice',
      clientId: 'm120',
      at: T0 + 100 * HOUR_MS + 120,
      messages: 120,
      text: 'What only two should read, 120',
    });
  });
});

describe('entries', () => {
  const range = async (query: Record<string, string>) => {
    const { status, body } = await alice.get('/api/entries', { with: 'bob', ...query });
    expect(status).toBe(200);
    const { entries, more } = body as EntriesPage;
    return { seqs: seqs(entries), more };
  };

  test('without a number are the newest 50', async () => {
    expect(await range({})).toEqual({ seqs: numbers(71, 120), more: true });
  });

  test('after a number are the first 50 behind it', async () => {
    expect(await range({ after: '10' })).toEqual({ seqs: numbers(11, 60), more: true });
    expect(await range({ after: '70' })).toEqual({ seqs: numbers(71, 120), more: false });
    expect(await range({ after: '120' })).toEqual({ seqs: [], more: false });
  });

  test('before a number are the last 50 before it', async () => {
    expect(await range({ before: '71' })).toEqual({ seqs: numbers(21, 70), more: true });
    expect(await range({ before: '51' })).toEqual({ seqs: numbers(1, 50), more: false });
    expect(await range({ before: '1' })).toEqual({ seqs: [], more: false });
  });

  test('are the same for both people, and a name may be in capitals', async () => {
    const alices = await alice.get('/api/entries', { with: 'BOB', after: '0' });
    expect(alices.status).toBe(200);
    expect(alices.body).toEqual((await bob.get('/api/entries', { with: 'alice', after: '0' })).body);
  });

  test('mallory gets those of her own conversations alone, whomever she asks for', async () => {
    for (const name of ['alice', 'bob']) {
      const { body } = await mallory.get('/api/entries', { with: name });
      expect(body).toEqual({ entries: [], more: false, side: NEW_SIDE, theirs: { received: 0, read: 0 } });
    }
  });

  test('the newest come with both sides of the conversation', async () => {
    const { body } = await alice.get('/api/entries', { with: 'bob' });
    expect(body).toMatchObject({ side: NEW_SIDE, theirs: { received: 0, read: 0 } });
  });

  test('with oneself are one’s notes, whatever the case of the name', async () => {
    for (const name of ['alice', 'ALICE']) {
      expect(await alice.get('/api/entries', { with: name })).toMatchObject({
        status: 200,
        body: { entries: [], more: false },
      });
    }
  });

  test('with somebody whom nobody knows is refused', async () => {
    const answer = await alice.get('/api/entries', { with: 'nobody-of-this-name' });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'unknown-person' } } });
  });
});

describe('any other path or method', () => {
  test.each(['GET /', 'GET /api/nothing', 'GET /api/register', 'DELETE /api/bootstrap', 'POST /api/people'])(
    '%s is not found',
    async (route) => {
      const answer = await world.request(route, { cookies: [alice.cookie] });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ error: { code: 'not-found', message: 'There is nothing here.' } });
    },
  );
});

test('nothing that was written or issued is in the log', () => {
  world.log.expectNoSecrets();
});

function guest(i: number): string {
  return `guest-${`${i}`.padStart(2, '0')}`;
}

async function addGuest(i: number): Promise<void> {
  const name = guest(i);
  await world.store.people.add({ name, displayName: `Guest ${i}`, passwordHash: 'x', createdAt: T0 });
}

/** Lets somebody have written messages to another, as the functions would store them. */
async function write(from: string, to: string, messages: number, at: number): Promise<void> {
  const { entries, peers } = world.store;
  const conversation = [from, to].sort().join(':');
  await Promise.all([peers.touch(from, to, at), peers.touch(to, from, at)]);
  await Promise.all(
    numbers(1, messages).map((n) => {
      const text = `What only two should read, ${n}`;
      const ids = { seq: n, clientId: `m${n}`, messages: n };
      return entries.put(conversation, { kind: 'message', from, at: at + n, text, ...ids });
    }),
  );
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function seqs(entries: readonly Entry[] = []): number[] {
  return entries.map(({ seq }) => seq);
}
