import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import { sessionOf } from '../support/sessions.ts';
import { FOREIGN_ORIGIN, OWN_ORIGIN } from './events.ts';
import { jsonRequest, type Person, signUp } from './person.ts';
import { SESSION_SECRET, startWorld, type World } from './world.ts';

const HOUR_MS = 60 * 60_000;
const SETTINGS = { sessionSecrets: [SESSION_SECRET], cookieSecure: false };

/** Every route that needs a session. */
const ROUTES = [
  'GET /api/bootstrap',
  'GET /api/people',
  'GET /api/conversations',
  'GET /api/entries',
  'GET /api/starred',
  'POST /api/report',
  'POST /api/ticket',
  'POST /api/subscribe-push',
  'POST /api/unsubscribe-push',
  'GET /api/sessions',
  'POST /api/end-session',
  'POST /api/change-password',
  'POST /api/log-out',
];

let world: World;
let alice: Person;
let device: SubscribePushBody;

beforeAll(async () => {
  world = await startWorld();
  device = world.pushService.device().subscription();
  alice = await signUp(world, 'alice');
  await signUp(world, 'bob');
});

afterAll(() => world?.stop());

/** A request to a route, with nothing wrong but perhaps the cookies. */
function ask(route: string, cookies?: string[]) {
  const query = route === 'GET /api/entries' ? { query: { with: 'bob' } } : {};
  const request = { ...query, ...(cookies && { cookies }) };
  return world.request(route, route.startsWith('POST') ? jsonRequest(bodyFor(route), request) : request);
}

function bodyFor(route: string): object {
  if (route === 'POST /api/subscribe-push') return device;
  if (route === 'POST /api/report') return { with: 'bob' };
  if (route === 'POST /api/end-session') return { id: 'any' };
  if (route === 'POST /api/change-password') return { current: 'x', password: 'the next one of alice' };
  return route === 'POST /api/unsubscribe-push' ? { endpoint: device.endpoint } : {};
}

/** The claims of alice's own cookie. */
function claimsOf({ cookie }: Person): jwt.JwtPayload {
  return jwt.decode(cookie.slice(cookie.indexOf('=') + 1)) as jwt.JwtPayload;
}

const NOT_SIGNED_IN = { error: { code: 'not-signed-in', message: 'Sign in first.' } };

describe('without a cookie', () => {
  test.each(ROUTES)('%s is refused', async (route) => {
    expect(await ask(route)).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
    expect(await ask(route, [])).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });
});

describe("with alice's cookie among others", () => {
  // Not those which would end it.
  test.each(ROUTES.slice(0, -2))('%s is answered', async (route) => {
    const { status } = await ask(route, ['theme=dark', alice.cookie, 'chat-session-old=1']);
    expect(status).toBe(/subscribe-push$|report$|end-session$/.test(route) ? 204 : 200);
  });
});

describe('a cookie is worthless', () => {
  /** Makes a token with alice's claims, but for those given, and says what comes of it. */
  async function come(claims: object, secret: string, options: jwt.SignOptions = {}) {
    const token = jwt.sign({ ...claimsOf(alice), ...claims }, secret, options);
    return ask('GET /api/bootstrap', [`chat-session=${token}`]);
  }

  test("unless it is changed: alice's own claims, signed with the secret, are let in", async () => {
    expect((await come({}, SESSION_SECRET)).status).toBe(200);
  });

  test('when somebody else has signed it', async () => {
    expect(await come({}, 'the secret of mallory')).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test('when nobody has signed it', async () => {
    const answer = await come({}, '', { algorithm: 'none' });
    expect(answer).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test('when it is signed by another algorithm', async () => {
    const answer = await come({}, SESSION_SECRET, { algorithm: 'HS512' });
    expect(answer).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test('when it was meant for another audience', async () => {
    expect(await come({ aud: 'billing' }, SESSION_SECRET)).toMatchObject({
      status: 401,
      body: NOT_SIGNED_IN,
    });
  });

  test('when it is too old', async () => {
    const exp = Math.floor(Date.now() / 1_000) - 1;
    expect(await come({ exp }, SESSION_SECRET)).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test("when it has another's name on alice's session", async () => {
    await signUp(world, 'mallory');
    expect(await come({ sub: 'mallory' }, SESSION_SECRET)).toMatchObject({
      status: 401,
      body: NOT_SIGNED_IN,
    });
  });

  test('when a letter of its claims was changed', async () => {
    const changed = Buffer.from(JSON.stringify({ ...claimsOf(alice), sub: 'alicf' })).toString('base64url');
    const [head, , signature] = alice.cookie.split('.');
    const answer = await ask('GET /api/bootstrap', [`${head}.${changed}.${signature}`]);
    expect(answer).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test.each(['', 'rubbish', 'a.b.c', '..', '{}', 'x'.repeat(8_000)])('when it is %j', async (value) => {
    const answer = await ask('GET /api/bootstrap', [`chat-session=${value}`]);
    expect(answer).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });

  test('when its session has come to its end, whatever the cookie says of its own', async () => {
    const createdAt = Date.now() - HOUR_MS;
    const ended = sessionOf('alice', 'an-ended-session', { createdAt, expiresAt: Date.now() - 1 });
    await world.store.sessions.add(ended);
    const lasting = { ...ended, expiresAt: Date.now() + HOUR_MS };
    const [cookie = ''] = sessionCookie(lasting, Date.now(), SETTINGS).split(';');
    expect(await ask('GET /api/bootstrap', [cookie])).toMatchObject({ status: 401, body: NOT_SIGNED_IN });

    // The same once more with a session that lives shows that nothing else was wrong.
    await world.store.sessions.add(lasting);
    expect((await ask('GET /api/bootstrap', [cookie])).status).toBe(200);
  });

  test.each(ROUTES)('after log-out: %s is refused', async (route) => {
    const person = await signUp(world, `leaver-${ROUTES.indexOf(route)}`);
    await person.post('/api/log-out');
    expect(await ask(route, [person.cookie])).toMatchObject({ status: 401, body: NOT_SIGNED_IN });
  });
});

describe('a page of another site', () => {
  const POSTS = [
    'POST /api/register',
    'POST /api/log-in',
    ...ROUTES.filter((route) => route.startsWith('POST')),
  ];
  const ORIGINS = [FOREIGN_ORIGIN, 'null', `${OWN_ORIGIN}.mallory.example`, `${OWN_ORIGIN}:8443`, ''];

  test.each(POSTS)('can have nothing done by %s', async (route) => {
    for (const origin of ORIGINS) {
      const request = jsonRequest({}, { headers: { origin }, cookies: [alice.cookie] });
      const answer = await world.request(route, request);
      expect(answer).toMatchObject({
        status: 403,
        cookies: [],
        body: { error: { code: 'foreign-origin' } },
      });
    }
    expect((await alice.get('/api/bootstrap')).status).toBe(200);
  });

  test('can have nobody registered', async () => {
    const body = { name: 'victim', password: 'chosen by mallory' };
    await world.request('POST /api/register', jsonRequest(body, { headers: { origin: FOREIGN_ORIGIN } }));
    expect(await world.store.people.find('victim')).toBeUndefined();
  });
});

describe('an origin is no hindrance', () => {
  test.each([OWN_ORIGIN, 'http://localhost:8000'])('if it is our own: %s', async (origin) => {
    const request = jsonRequest({}, { headers: { origin }, cookies: [alice.cookie] });
    expect((await world.request('POST /api/ticket', request)).status).toBe(200);
  });

  test('if there is none, as with clients that are no browsers', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await world.request('POST /api/ticket', { headers, body: '{}', cookies: [alice.cookie] });
    expect(answer.status).toBe(200);
  });
});

test('no cookie, not even a forged one, is in the log', () => {
  world.log.expectNoSecrets();
});
