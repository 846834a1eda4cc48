import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SETTLED_AFTER_MS } from '../../lib/chat/accounts/erase-account.ts';
import type { MyData } from '../../lib/protocol/profile-rest.ts';
import type { Bootstrap, ConversationsPage, EntriesPage } from '../../lib/protocol/rest.ts';
import { png } from '../support/pictures.ts';
import { lambdaContext } from './events.ts';
import { jsonRequest, type Person, type Socket, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let bob: Person;
let bobs: Socket;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = await Promise.all([signUp(world, 'alice'), signUp(world, 'bob')]);
  bobs = await bob.openSocket();
  const socket = await alice.openSocket();
  await say(socket, 'bob', 0, 'by alice');
  await say(bobs, 'alice', 1, 'by bob');
  await socket.close();
});

afterAll(() => world?.stop());

const say = (socket: Socket, to: string, after: number, text: string) =>
  socket.send({ action: 'send-message', id: 'f', to, after, messages: [{ clientId: `m${after}`, text }] });
const remove = (person: Person, password = person.password) =>
  person.post('/api/delete-account', { password });

test('alice may have all that is kept of her, but for what would let others act as her', async () => {
  await alice.post('/api/change-profile', { about: 'At the lake' });
  await alice.post('/api/report', { with: 'bob', reason: 'spam' });
  const answer = await alice.get('/api/my-data');
  expect(answer.status).toBe(200);
  const data = answer.body as MyData;
  expect(data.profile).toMatchObject({ name: 'alice', about: 'At the lake', createdAt: expect.any(Number) });
  expect(data.preferences).toEqual({
    readReceipts: true,
    presence: true,
    blocked: [],
    pinned: [],
    isAccepted: false,
  });
  expect(data.conversations).toMatchObject([{ with: 'bob', side: { read: 0 } }]);
  expect(data.sessions).toEqual([
    { device: expect.any(String), createdAt: expect.any(Number), lastUsedAt: expect.any(Number) },
  ]);
  expect(data.notifications).toEqual([]);
  expect(data.reports).toEqual([{ about: 'bob', at: expect.any(Number) }]);
  expect(JSON.stringify(data)).not.toMatch(/hash|\$2|publicId|"id"/);
  expect((await world.request('GET /api/my-data')).status).toBe(401);
});

describe('to delete an account', () => {
  test('takes the password, and not that of somebody else', async () => {
    expect(await remove(alice, bob.password)).toMatchObject({
      status: 401,
      body: { error: { code: 'wrong-credentials' } },
    });
    expect((await alice.get('/api/bootstrap')).status).toBe(200);
  });

  test('logs alice out everywhere and takes her name out of use; bob sees what he has written, and nobody there', async () => {
    await alice.post('/api/change-picture', { picture: Buffer.from(png(9, 9)).toString('base64') });
    const { me } = (await alice.get('/api/bootstrap')).body as Bootstrap;
    const answer = await remove(alice);
    expect(answer).toMatchObject({ status: 204, headers: { 'clear-site-data': '"cache"' } });
    expect(answer.cookies[0]).toMatch(/^chat-session=; Max-Age=0;/);

    expect((await alice.get('/api/bootstrap')).status).toBe(401);
    const { name, password } = alice;
    const logIn = await world.request('POST /api/log-in', jsonRequest({ name, password }));
    expect(logIn).toMatchObject({ status: 401, body: { error: { code: 'wrong-credentials' } } });
    const register = await world.request('POST /api/register', jsonRequest({ name, password }));
    expect(register).toMatchObject({ status: 409, body: { error: { code: 'name-taken' } } });

    const pushed = world.connections.posts.filter(({ connectionId }) => connectionId === bobs.connectionId);
    expect(pushed.at(-1)?.frame).toMatchObject({ action: 'entries', entries: [{ kind: 'departure' }] });
    const { conversations } = (await bob.get('/api/conversations')).body as ConversationsPage;
    expect(conversations[0]?.with).toEqual({ name: 'alice', displayName: 'Deleted account', gone: true });
    const { entries } = (await bob.get('/api/entries', { with: 'alice' })).body as EntriesPage;
    expect(entries).toMatchObject([
      { kind: 'message', text: '', gone: 'deleted' },
      { kind: 'message', text: 'by bob' },
      { kind: 'departure', from: 'alice' },
    ]);
    expect(await say(bobs, 'alice', 3, 'too late')).toMatchObject({ action: 'error', code: 'person-gone' });
    const picture = await bob.get('/api/picture', { of: 'alice', version: me.picture ?? '' });
    expect(picture.status).toBe(404);
    const { people } = (await bob.get('/api/people', { prefix: 'alice' })).body as { people: unknown[] };
    expect(people).toEqual([]);
  });

  test('leaves nothing but the name after the rounds of erasing', async () => {
    const { hourly } = await import('../../functions/routes.ts');
    const { clock } = await import('../../lib/app/system.ts');
    await hourly.erase({}, lambdaContext());
    const leaving = await world.erasure.leaving('alice');
    expect(leaving).toBeDefined();
    // As if it had been a while ago.
    const { now } = clock;
    Object.assign(clock, { now: () => now() + SETTLED_AFTER_MS });
    try {
      await hourly.erase({}, lambdaContext());
    } finally {
      Object.assign(clock, { now });
    }
    expect(await world.erasure.leaving('alice')).toBeUndefined();
    expect(await world.store.people.add({ ...profileOf('alice') })).toBe(false);
  });
});

const profileOf = (name: string) => ({ name, displayName: name, passwordHash: 'another', createdAt: 0 });
