import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SessionsAnswer } from '../../lib/protocol/rest.ts';
import { authorizerEvent, connectEvent, lambdaContext } from './events.ts';
import { cookieOf, jsonRequest, offering, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const ON_PHONE = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
};

let world: World;
let alice: Person;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
});

beforeEach(async () => {
  people += 1;
  alice = await signUp(world, `alice-${people}`);
});

afterAll(() => world?.stop());

/** Logs alice in once more, and answers the cookie. */
async function logIn(request: Parameters<typeof jsonRequest>[1] = {}): Promise<string> {
  const { name, password } = alice;
  return cookieOf(await world.request('POST /api/log-in', jsonRequest({ name, password }, request)));
}

const listOf = async (cookie: string) => {
  const { body } = await world.request('GET /api/sessions', { cookies: [cookie] });
  return (body as SessionsAnswer).sessions;
};

const statusWith = async (cookie: string) =>
  (await world.request('GET /api/people', { cookies: [cookie] })).status;

const post = (path: string, body: object, cookie: string) =>
  world.request(`POST ${path}`, jsonRequest(body, { cookies: [cookie] }));

const idIn = (cookie: string) =>
  (JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;

describe('the list of sessions', () => {
  test('has each with its device and which is the one that asks, and nothing that is worth stealing', async () => {
    const phone = await logIn({ headers: ON_PHONE });
    const sessions = await listOf(phone);
    expect(sessions).toEqual(
      expect.arrayContaining([
        {
          id: expect.stringMatching(/^[\w-]{32}$/),
          device: 'Chrome, Android',
          createdAt: expect.any(Number),
          lastUsedAt: expect.any(Number),
          current: true,
        },
        expect.objectContaining({ device: '' }),
      ]),
    );
    expect(sessions).toHaveLength(2);
    for (const cookie of [phone, alice.cookie]) expect(JSON.stringify(sessions)).not.toContain(idIn(cookie));
  });

  test("has nobody else's", async () => {
    const mallory = await signUp(world, `mallory-${people}`);
    expect(await listOf(mallory.cookie)).toHaveLength(1);
  });
});

describe('ending a session', () => {
  test('elsewhere makes its cookie worthless and closes its sockets, on this device nothing changes', async () => {
    const [phone, laptop] = [await logIn({ headers: ON_PHONE }), alice.cookie];
    const socket = await alice.openSocket();
    const { id } = (await listOf(phone)).find(({ current }) => !current) ?? {};
    expect(await post('/api/end-session', { id }, phone)).toMatchObject({ status: 204 });
    expect(await statusWith(laptop)).toBe(401);
    expect(await statusWith(phone)).toBe(200);
    expect(world.connections.closed).toContain(socket.connectionId);
  });

  test('of all others leaves the one that asks, with its sockets', async () => {
    const others = [await logIn(), await logIn()];
    const own = await alice.openSocket();
    expect(await alice.post('/api/end-session', { others: true })).toMatchObject({ status: 204 });
    for (const other of others) expect(await statusWith(other)).toBe(401);
    expect(await statusWith(alice.cookie)).toBe(200);
    expect(world.connections.closed).not.toContain(own.connectionId);
  });

  test("mallory cannot end alice's", async () => {
    const mallory = await signUp(world, `mallory-${people}`);
    for (const { id } of await listOf(alice.cookie)) await mallory.post('/api/end-session', { id });
    await mallory.post('/api/end-session', { others: true });
    expect(await statusWith(alice.cookie)).toBe(200);
  });

  test.each([{}, { id: 'x', others: true }, { others: false }, { id: '' }, { id: 1 }, { id: '../x' }])(
    'is refused that says %j',
    async (body) => {
      const refused = await alice.post('/api/end-session', body);
      expect(refused).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
      expect(await statusWith(alice.cookie)).toBe(200);
    },
  );

  test('by log-out closes its sockets, too', async () => {
    const socket = await alice.openSocket();
    await alice.post('/api/log-out');
    expect(world.connections.closed).toContain(socket.connectionId);
  });

  test('refuses a socket whose ticket was redeemed just before', async () => {
    const { ticket } = (await alice.post('/api/ticket')).body as { ticket: string };
    const { context } = await world.authorizer(authorizerEvent(offering(ticket)));
    await alice.post('/api/log-out');
    const opening = world.socketRoutes.$connect(connectEvent('late', context as never), lambdaContext());
    await expect(opening).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await world.store.connections.live(alice.name, Date.now())).toEqual([]);
  });

  test('has its sockets refused when they ping, should one still be open', async () => {
    const socket = await alice.openSocket();
    await alice.post('/api/log-out');
    const answer = await socket.send({ action: 'ping', id: 'f1' });
    expect(answer).toMatchObject({ action: 'error', id: 'f1', code: 'not-signed-in' });
  });
});

describe('session fixation', () => {
  test("what mallory has put into alice's browser is hers no more once alice has logged in there", async () => {
    const mallory = await signUp(world, `mallory-${people}`);
    const hers = await logIn({ cookies: [mallory.cookie] });
    expect(idIn(hers)).not.toBe(idIn(mallory.cookie));
    expect(await statusWith(mallory.cookie)).toBe(401);
    const { body } = await world.request('GET /api/bootstrap', { cookies: [hers] });
    expect(body).toMatchObject({ me: { name: alice.name } });
  });

  test('logging in once more ends the session that the browser has had, and its sockets', async () => {
    const socket = await alice.openSocket();
    const next = await logIn({ cookies: [alice.cookie] });
    expect(await statusWith(alice.cookie)).toBe(401);
    expect(await statusWith(next)).toBe(200);
    expect(world.connections.closed).toContain(socket.connectionId);
  });

  test('registering does the same', async () => {
    const body = { name: `bob-${people}`, password: 'the password of bob' };
    await world.request('POST /api/register', jsonRequest(body, { cookies: [alice.cookie] }));
    expect(await statusWith(alice.cookie)).toBe(401);
  });

  test('a forged cookie ends nothing and is no hindrance', async () => {
    const forged = alice.cookie.replace(/[^.]*$/, 'AAAA');
    expect(await statusWith(await logIn({ cookies: [forged] }))).toBe(200);
    expect(await statusWith(alice.cookie)).toBe(200);
  });
});

describe('a session from before sessions had a list', () => {
  test('lives on, is listed and can be ended', async () => {
    const id = 'a-session-of-before';
    const expiresAt = Date.now() + 20 * 24 * 60 * 60_000;
    // As version 0.1.0 has stored it.
    await world.store.sessions.add({ person: alice.name, id, expiresAt } as never);
    const session = await world.store.sessions.find(alice.name, id, Date.now());
    expect(session).toMatchObject({ id, expiresAt, device: '' });
    const { sessions } = (await alice.get('/api/sessions')).body as SessionsAnswer;
    expect(sessions).toHaveLength(2);
    expect(JSON.stringify(sessions)).not.toContain(id);
    await alice.post('/api/end-session', { id: session?.publicId });
    expect(await world.store.sessions.find(alice.name, id, Date.now())).toBeUndefined();
  });
});

test('nothing secret is in the log', () => {
  world.log.expectNoSecrets();
});
