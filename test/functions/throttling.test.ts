import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { fresh } from '../support/fresh.ts';
import { authorizerEvent, connectEvent, lambdaContext } from './events.ts';
import { cookieOf, jsonRequest, offering, type Person, signUp } from './person.ts';
import { type Answer, startWorld, type World } from './world.ts';

const { freeTries, framesPerMinute, framesUntold, sockets, newConversationsPerDay } = DEFAULT_THROTTLE_LIMITS;
const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

// Hundreds of tries, each of which goes to a database.
jest.setTimeout(60_000);

let world: World;

// Before the functions take it for theirs. It stands still once they run, and is moved by hand.
const realNow = Date.now;
let standsAt: number | undefined;
Date.now = () => standsAt ?? realNow();
const advance = (ms: number) => {
  standsAt = Date.now() + ms;
};

beforeAll(async () => {
  world = await startWorld({ LIMITS: 'accountsPerHourAndAddress=30' });
});

afterAll(async () => {
  Date.now = realNow;
  await world?.stop();
});

/** Each test is another day, so that what one counted is nothing to the next. */
beforeEach(() => advance(2 * DAY_MS));

interface From {
  readonly address?: string;
  readonly cookies?: readonly string[];
}

const tryPassword = (name: string, password: string, from: From = {}): Promise<Answer> =>
  world.request('POST /api/log-in', jsonRequest({ name, password }, from));

async function tryWrong(times: number, name: string, from: From = {}): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) {
    statuses.push((await tryPassword(name, 'wrong password', from)).status ?? 0);
  }
  return statuses;
}

const deviceCookieIn = ({ cookies }: Answer) =>
  cookies.map((cookie) => cookie.split(';')[0] ?? '').find((cookie) => cookie.startsWith('chat-device='));

describe('logging in', () => {
  let alice: Person;

  beforeEach(async () => {
    alice = await signUp(world, fresh('alice'));
  });

  test('is refused after too many tries, with when to try again, and let through then', async () => {
    expect(await tryWrong(freeTries, alice.name)).toEqual(Array(freeTries).fill(401));
    const refused = await tryPassword(alice.name, alice.password);
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1', 'cache-control': 'no-store' },
      body: { error: { code: 'too-many-tries', message: expect.any(String), retryAfter: 1 } },
      cookies: [],
    });
    advance(SECOND_MS);
    expect((await tryPassword(alice.name, alice.password)).status).toBe(200);
  });

  test('is refused alike for a name that nobody has', async () => {
    const nobody = fresh('nobody');
    expect(await tryWrong(freeTries, nobody)).toEqual(Array(freeTries).fill(401));
    await tryWrong(freeTries, alice.name);
    expect(await tryPassword(nobody, 'any')).toEqual(await tryPassword(alice.name, 'any'));
  });

  test('counts exactly, of 200 of which twenty come at the same time', async () => {
    const codes: (number | undefined)[] = [];
    for (let i = 0; i < 10; i += 1) {
      const answers = Array.from({ length: 20 }, () => tryPassword(alice.name, 'wrong password'));
      codes.push(...(await Promise.all(answers)).map(({ status }) => status));
    }
    expect(codes.sort()).toEqual([...Array(freeTries).fill(401), ...Array(200 - freeTries).fill(429)]);
  });

  test('goes on from a known device, whoever else is refused', async () => {
    const known = deviceCookieIn(await tryPassword(alice.name, alice.password));
    await tryWrong(2 * freeTries, alice.name);
    expect((await tryPassword(alice.name, alice.password)).status).toBe(429);
    const answer = await tryPassword(alice.name, alice.password, { cookies: [known ?? ''] });
    expect(answer.status).toBe(200);
    expect(await tryWrong(freeTries + 1, alice.name, { cookies: [known ?? ''] })).toContain(429);
  });

  test('makes a device known, for a year, out of reach of scripts; not one that others use', async () => {
    const { cookies } = await tryPassword(alice.name, alice.password);
    expect(cookies[1]).toMatch(/^chat-device=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/);
    const shared = jsonRequest({ name: alice.name, password: alice.password, sharedComputer: true });
    expect((await world.request('POST /api/log-in', shared)).cookies).toHaveLength(1);
  });

  test.each([
    ['of somebody else', async () => deviceCookieIn(await registered(fresh('mallory'))) ?? ''],
    ['that nobody signed', async () => 'chat-device=made-up'],
    [
      'that is none: a session',
      async () => cookieOf(await registered(fresh('mallory'))).replace('session', 'device'),
    ],
  ])('is no easier with a device %s', async (_, cookie) => {
    const cookies = [await cookie()];
    expect(await tryWrong(freeTries + 1, alice.name, { cookies })).toContain(429);
    expect(await tryWrong(1, alice.name)).toEqual([429]);
  });

  test('is not possible with a device instead of a session', async () => {
    const known = deviceCookieIn(await tryPassword(alice.name, alice.password)) ?? '';
    const cookies = [known, known.replace('device', 'session')];
    expect((await world.request('GET /api/people', { cookies })).status).toBe(401);
  });

  test('is counted by the address that the request has, whatever its headers say', async () => {
    for (let i = 0; i < freeTries; i += 1) {
      const request = jsonRequest(
        { name: alice.name, password: 'wrong' },
        { headers: { 'x-forwarded-for': `192.0.2.${i}` } },
      );
      await world.request('POST /api/log-in', request);
    }
    expect(await tryWrong(1, alice.name)).toEqual([429]);
    expect(await tryWrong(1, alice.name, { address: '192.0.2.99' })).toEqual([401]);
  });
});

const registered = (name: string): Promise<Answer> =>
  world.request('POST /api/register', jsonRequest({ name, password: `the password of ${name}` }));

test('registering is refused after too many from one address', async () => {
  const answers: Answer[] = [];
  for (let i = 0; i < 31; i += 1) answers.push(await registered(fresh('carol')));
  expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(201), 429]);
  expect(answers.at(-1)?.body).toMatchObject({ error: { code: 'too-many-tries', retryAfter: 120 } });
});

describe('a person', () => {
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    [alice, bob] = [await signUp(world, fresh('alice')), await signUp(world, fresh('bob'))];
  });

  test('sends a burst of frames over all sockets, and is then told when to send on', async () => {
    const [phone, laptop] = [await alice.openSocket(), await alice.openSocket()];
    const actions: string[] = [];
    for (let i = 0; i <= framesPerMinute + framesUntold; i += 1) {
      const socket = i % 2 === 0 ? phone : laptop;
      actions.push((await socket.send({ action: 'ping', id: `f${i}` })).action);
    }
    expect(actions.slice(0, framesPerMinute)).toEqual(Array(framesPerMinute).fill('pong'));
    const refused = await phone.send({ action: 'watch', id: 'f1', with: null });
    expect(refused).toMatchObject({ action: 'error', id: 'f1', code: 'too-many-frames' });
    const { retryAfter = 0 } = refused as { retryAfter?: number };
    expect(retryAfter).toBeGreaterThan(0);
    expect((await (await bob.openSocket()).send({ action: 'ping', id: 'f1' })).action).toBe('pong');
    advance(retryAfter * SECOND_MS);
    expect((await phone.send({ action: 'ping', id: 'f2' })).action).toBe('pong');
  });

  test('has ten sockets: there is no ticket for another, and none opens with one that was kept', async () => {
    const kept: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      kept.push(((await alice.post('/api/ticket')).body as { ticket: string }).ticket);
    }
    for (let i = 0; i <= sockets; i += 1) await alice.openSocket();
    expect(await alice.post('/api/ticket')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '300' },
      body: { error: { code: 'too-many-connections', retryAfter: 300 } },
    });
    const { context } = await world.authorizer(authorizerEvent(offering(kept[0] ?? '')));
    const event = connectEvent(fresh('socket'), context as never);
    const opening = world.socketRoutes.$connect(event, lambdaContext());
    await expect(opening).rejects.toMatchObject({ code: 'too-many-connections' });
    expect(await world.store.connections.live(alice.name, Date.now())).toHaveLength(sockets + 1);
  });

  test('begins twenty conversations, and more once somebody has accepted one', async () => {
    // Not through the door, which lets no address make so many accounts.
    const strangers = Array.from({ length: newConversationsPerDay + 1 }, () => fresh('stranger'));
    for (const name of strangers) {
      await world.store.people.add({ name, displayName: name, passwordHash: 'none', createdAt: 0 });
    }
    const socket = await alice.openSocket();
    const writeTo = (to: string, clientId = 'm1', after = 0) =>
      socket.send({ action: 'send-message', id: 'f1', to, after, messages: [{ clientId, text: 'Hello' }] });
    for (const name of [bob.name, ...strangers.slice(2)]) {
      expect((await writeTo(name)).action).toBe('stored');
    }
    const [oneMore = ''] = strangers;
    expect(await writeTo(oneMore)).toMatchObject({
      action: 'error',
      code: 'too-many-new-conversations',
      retryAfter: 4_320,
    });
    expect((await writeTo(bob.name, 'm2', 1)).action).toBe('stored');
    await (await bob.openSocket()).send({
      action: 'change-side',
      id: 'f1',
      with: alice.name,
      accepted: true,
    });
    expect((await writeTo(oneMore)).action).toBe('stored');
  });
});
