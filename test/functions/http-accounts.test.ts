import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import { cookieOf, jsonRequest, type Person, signUp } from './person.ts';
import { SOCKET_URL, startWorld, type World } from './world.ts';

const NINETY_DAYS_S = 90 * 24 * 60 * 60;

let world: World;
let alice: Person;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
});

afterAll(() => world?.stop());

describe('register', () => {
  test('bob gets an account, and a cookie that outlives the browser', async () => {
    const body = { name: 'Bob', password: 'correct horse battery', displayName: ' Bob B. ' };
    const answer = await world.request('POST /api/register', jsonRequest(body));
    expect(answer).toMatchObject({ status: 201, body: { me: { name: 'bob', displayName: 'Bob B.' } } });
    expect(answer.body).toEqual({ me: { name: 'bob', displayName: 'Bob B.' } });

    const [cookie, ...more] = answer.cookies;
    // That this browser is known; the tests of throttling have the rest.
    expect(more).toEqual([expect.stringMatching(/^chat-device=/)]);
    const [pair, ...attributes] = (cookie ?? '').split('; ');
    expect(pair).toMatch(/^chat-session=[\w-]+\.[\w-]+\.[\w-]+$/);
    const [maxAge, ...others] = attributes;
    expect(others).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict']);
    // It counts from when the session began, some milliseconds before.
    expect([NINETY_DAYS_S, NINETY_DAYS_S - 1]).toContain(Number(maxAge?.replace('Max-Age=', '')));
  });

  test('who gives no display name is shown by the name', async () => {
    const body = { name: 'carol', password: 'correct horse battery' };
    const answer = await world.request('POST /api/register', jsonRequest(body));
    expect(answer.body).toEqual({ me: { name: 'carol', displayName: 'carol' } });
  });

  test('mallory cannot register as alice, in capitals neither, and alice stays who she is', async () => {
    for (const name of ['alice', 'ALICE']) {
      const body = { name, password: 'the password of mallory' };
      const answer = await world.request('POST /api/register', jsonRequest(body));
      expect(answer).toMatchObject({
        status: 409,
        cookies: [],
        body: { error: { code: 'name-taken', field: 'name' } },
      });
    }
    const { name, password } = alice;
    expect((await world.request('POST /api/log-in', jsonRequest({ name, password }))).status).toBe(200);
  });

  test('the body may be in base64, as API Gateway hands some on', async () => {
    const { body = '', ...request } = jsonRequest({ name: 'dave', password: 'pässwört für 🐘' });
    const encoded = Buffer.from(body).toString('base64');
    const answer = await world.request('POST /api/register', {
      ...request,
      body: encoded,
      isBase64Encoded: true,
    });
    expect(answer.status).toBe(201);
    const logIn = jsonRequest({ name: 'dave', password: 'pässwört für 🐘' });
    expect((await world.request('POST /api/log-in', logIn)).status).toBe(200);
  });
});

describe('log-in', () => {
  test('alice logs in, whatever the case of her name, and the cookie is hers', async () => {
    const body = { name: 'Alice', password: alice.password };
    const answer = await world.request('POST /api/log-in', jsonRequest(body));
    expect(answer).toMatchObject({ status: 200, body: { me: { name: 'alice', displayName: 'alice' } } });
    const bootstrap = await world.request('GET /api/bootstrap', { cookies: [cookieOf(answer)] });
    expect(bootstrap).toMatchObject({ status: 200, body: { me: { name: 'alice' } } });
  });

  test('a wrong password and a name that nobody has are refused in the same words', async () => {
    const attempts = [
      { name: 'alice', password: 'not the password of alice' },
      { name: 'zoe', password: alice.password },
      { name: 'no name at all', password: 'x' },
      { name: '', password: alice.password },
      { name: 'alice'.repeat(1_000), password: alice.password },
    ];
    const answers = await Promise.all(
      attempts.map((body) => world.request('POST /api/log-in', jsonRequest(body))),
    );
    const [first] = answers;
    expect(first).toMatchObject({ status: 401, cookies: [], body: { error: { code: 'wrong-credentials' } } });
    expect(answers).toEqual(attempts.map(() => first));
  });

  test('a password is compared whole: neither its beginning nor a longer one will do', async () => {
    const password = 'x'.repeat(100);
    await world.request('POST /api/register', jsonRequest({ name: 'erin', password }));
    for (const wrong of [password.slice(0, -1), `${password}x`, ` ${password}`]) {
      const answer = await world.request('POST /api/log-in', jsonRequest({ name: 'erin', password: wrong }));
      expect(answer.status).toBe(401);
    }
  });
});

describe('on a computer that others use', () => {
  test.each(['register', 'log-in'])('%s gives a cookie that ends with the browser', async (route) => {
    const person = { name: `guest-${route}`, password: 'the password of a guest' };
    if (route === 'log-in') await world.request('POST /api/register', jsonRequest(person));
    const answer = await world.request(
      `POST /api/${route}`,
      jsonRequest({ ...person, sharedComputer: true }),
    );
    const [, ...attributes] = answer.cookies[0]?.split('; ') ?? [];
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict']);
    const { body } = await world.request('GET /api/bootstrap', { cookies: [cookieOf(answer)] });
    expect(body).toMatchObject({ sharedComputer: true });
  });

  test('a log-in that says nothing of it is none', async () => {
    expect((await alice.get('/api/bootstrap')).body).not.toHaveProperty('sharedComputer');
  });
});

describe('log-out', () => {
  test('the session is over, the cookie is taken back, and a copy of it is worthless', async () => {
    const { name, password } = alice;
    const logIn = await world.request('POST /api/log-in', jsonRequest({ name, password }));
    const cookies = [cookieOf(logIn)];
    const answer = await world.request('POST /api/log-out', jsonRequest({}, { cookies }));
    expect(answer).toMatchObject({
      status: 204,
      body: undefined,
      headers: { 'clear-site-data': '"cache"' },
    });
    expect(answer.cookies).toEqual(['chat-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict']);

    const after = await world.request('GET /api/bootstrap', { cookies });
    expect(after).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
  });

  test('the other sessions of the same person live on', async () => {
    const { name, password } = alice;
    const logIn = await world.request('POST /api/log-in', jsonRequest({ name, password }));
    await world.request('POST /api/log-out', jsonRequest({}, { cookies: [cookieOf(logIn)] }));
    expect((await alice.get('/api/bootstrap')).status).toBe(200);
  });
});

describe('ticket', () => {
  test('alice gets another one each time, and the address it is good for', async () => {
    const answers = await Promise.all([alice.post('/api/ticket'), alice.post('/api/ticket')]);
    const tickets = answers.map(({ body }) => (body as { ticket: string }).ticket);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, cookies: [] });
      expect(answer.body).toEqual({
        url: SOCKET_URL,
        // What may be the name of a sub-protocol, and cannot be guessed.
        ticket: expect.stringMatching(/^[A-Za-z0-9_-]{32,}$/),
      });
    }
    expect(new Set(tickets).size).toBe(2);
  });
});

describe('any answer', () => {
  test('is JSON that nobody keeps', async () => {
    const answers = await Promise.all([alice.get('/api/bootstrap'), world.request('GET /api/nothing')]);
    for (const { headers } of answers) {
      expect(headers).toEqual({ 'content-type': 'application/json', ...API_HEADERS });
    }
  });

  test('is one line in the log, with its route and its status, and without anything secret', async () => {
    const before = world.log.lines().length;
    await alice.post('/api/log-out', { unknown: 1 });
    const [line, ...more] = world.log.lines().slice(before);
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 'info',
      event: 'request',
      requestId: expect.any(String),
      gatewayRequestId: expect.any(String),
      route: 'POST /api/log-out',
      status: 400,
      refused: 'invalid-request',
      ms: expect.any(Number),
    });
    world.log.expectNoSecrets();
  });
});
