import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person as Shown } from '../../lib/protocol/names.ts';
import type { Bootstrap, ConversationsPage, PeoplePage } from '../../lib/protocol/rest.ts';
import { jpegHeader, png, webpHeaders } from '../support/pictures.ts';
import { cookieOf, jsonRequest, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = await Promise.all([signUp(world, 'alice'), signUp(world, 'bob')]);
  const socket = await alice.openSocket();
  await socket.send({
    action: 'send-message',
    id: 'f1',
    to: 'bob',
    after: 0,
    messages: [{ clientId: 'm1', text: 'Hello' }],
  });
});

afterAll(() => world?.stop());

const inBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const changePicture = (person: Person, bytes: Uint8Array | null) =>
  person.post('/api/change-picture', { picture: bytes && inBase64(bytes) });
const meOf = ({ body }: { body: unknown }) => (body as { me: Shown }).me;

async function seenBy(person: Person, name: string): Promise<(Shown | undefined)[]> {
  const { body: listed } = await person.get('/api/conversations');
  const { body: directory } = await person.get('/api/people', { prefix: name });
  return [
    (listed as ConversationsPage).conversations.find((it) => it.with.name === name)?.with,
    (directory as PeoplePage).people.find((it) => it.name === name),
  ];
}

describe('a profile', () => {
  test('is changed by its person, told to their devices, and seen by others at the next list', async () => {
    const { connectionId } = await alice.openSocket();
    const body = { displayName: ' Alice Marlow ', about: 'At the lake 🐟' };
    const me = { name: 'alice', displayName: 'Alice Marlow', about: 'At the lake 🐟' };
    expect(await alice.post('/api/change-profile', body)).toMatchObject({ status: 200, body: { me } });
    const told = world.connections.posts.filter((post) => post.connectionId === connectionId);
    expect(told.map(({ frame }) => frame)).toEqual([{ action: 'profile-changed', me }]);

    const { about: _, ...inDirectory } = me;
    expect(await seenBy(bob, 'alice')).toEqual([me, inDirectory]);
    expect(((await alice.get('/api/bootstrap')).body as Bootstrap).me).toEqual(me);
    const { name, password } = alice;
    expect(meOf(await world.request('POST /api/log-in', jsonRequest({ name, password })))).toEqual(me);
  });

  test('loses what is said to be empty, and keeps what is not named', async () => {
    await bob.post('/api/change-profile', { displayName: 'Bob', about: 'Elsewhere' });
    expect(meOf(await bob.post('/api/change-profile', { about: ' ' }))).toEqual({
      name: 'bob',
      displayName: 'Bob',
    });
  });

  test.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'x'.repeat(51) }, 'displayName'],
    [{ about: 'x'.repeat(141) }, 'about'],
    [{ about: 'one\nline' }, 'about'],
    [{ about: 'half of a \ud83d' }, 'about'],
    [{ about: null }, 'about'],
    [{ name: 'mallory' }, 'name'],
    [{ passwordHash: 'x' }, 'passwordHash'],
  ])('is refused as %j', async (body, field) => {
    const answer = await alice.post('/api/change-profile', body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid-request', field } } });
  });

  test('may have 140 characters, however many bytes those are', async () => {
    const about = '🐘'.repeat(140);
    expect(meOf(await alice.post('/api/change-profile', { about })).about).toBe(about);
  });
});

describe('a picture', () => {
  test('is shown to whoever is signed in, as what it is and for nothing else', async () => {
    const bytes = png(192, 192);
    const { picture: version = '' } = meOf(await changePicture(alice, bytes));
    for (const seen of await seenBy(bob, 'alice')) expect(seen?.picture).toBe(version);
    const answer = await bob.get('/api/picture', { of: 'alice', version });
    expect(answer).toMatchObject({ status: 200, body: Buffer.from(bytes) });
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=2592000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    const request = { query: { of: 'alice', version } };
    expect(await world.request('GET /api/picture', request)).toMatchObject({
      status: 401,
      body: { error: { code: 'not-signed-in' } },
    });
  });

  test('stays on no shared computer', async () => {
    const { picture: version = '' } = meOf(await changePicture(alice, png(9, 9)));
    const { name, password } = bob;
    const shared = jsonRequest({ name, password, sharedComputer: true });
    const cookies = [cookieOf(await world.request('POST /api/log-in', shared))];
    const answer = await world.request('GET /api/picture', { cookies, query: { of: 'alice', version } });
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  });

  test('that was changed since is answered as it is now, and not kept as what it was', async () => {
    const { picture: former = '' } = meOf(await changePicture(alice, png(10, 10)));
    await changePicture(alice, png(11, 11));
    const answer = await bob.get('/api/picture', { of: 'alice', version: former });
    expect(answer).toMatchObject({ status: 200, body: Buffer.from(png(11, 11)) });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  test('is gone when it is taken away', async () => {
    const { picture: version = '' } = meOf(await changePicture(alice, png(12, 12)));
    expect(meOf(await changePicture(alice, null))).not.toHaveProperty('picture');
    for (const seen of await seenBy(bob, 'alice')) expect(seen).not.toHaveProperty('picture');
    expect(await bob.get('/api/picture', { of: 'alice', version })).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
  });

  test.each([
    ['512 pixels wide and high', png(512, 512)],
    ['a JPEG', jpegHeader(192, 192)],
    ['a WebP', webpHeaders['VP8 '](192, 192)],
  ])('may be %s', async (_, bytes) => {
    expect((await changePicture(alice, bytes)).status).toBe(200);
  });

  test.each([
    ['too wide', png(513, 1)],
    ['too high', jpegHeader(1, 513)],
    ['of no size', png(0, 0)],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['empty', new Uint8Array()],
    ['too many bytes', Buffer.concat([png(9, 9), Buffer.alloc(24_000)])],
  ])('is refused if it is %s', async (_, bytes) => {
    const before = meOf(await changePicture(alice, png(9, 9)));
    expect(await changePicture(alice, bytes)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-request', field: 'picture' } },
    });
    expect(((await alice.get('/api/bootstrap')).body as Bootstrap).me).toEqual(before);
  });

  test.each(['not base64!', '*'])('is refused as %j, which is no base64', async (picture) => {
    expect(await alice.post('/api/change-picture', { picture })).toMatchObject({
      status: 400,
      body: { error: { field: 'picture' } },
    });
  });

  test.each([
    { of: 'alice' },
    { version: 'x' },
    { of: '../alice', version: 'x' },
    { of: 'alice', version: 'a\r\nset-cookie: x' },
  ])('is not asked for by %j', async (query) => {
    expect(await bob.get('/api/picture', query as unknown as Record<string, string>)).toMatchObject({
      status: 400,
    });
  });
});
