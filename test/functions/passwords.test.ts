import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hash as bcrypt } from 'bcryptjs';
import { HIGH_LIMITS } from '../../scripts/local/limits.ts';
import { cookieOf, jsonRequest, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const NEXT = 'the next password of alice';
const TRIES = 200;
const ROUNDS = 3;
const BOUND_MS = 180_000;

let world: World;
let alice: Person;
let people = 0;

beforeAll(async () => {
  // What is measured is the comparison, and not how soon somebody has to wait.
  world = await startWorld({ LIMITS: `${HIGH_LIMITS},freeTries=10000` });
});

beforeEach(async () => {
  people += 1;
  alice = await signUp(world, `alice-${people}`);
});

afterAll(() => world?.stop());

const logIn = (name: string, password: string) =>
  world.request('POST /api/log-in', jsonRequest({ name, password }));

const change = (fields: object = {}) =>
  alice.post('/api/change-password', { current: alice.password, password: NEXT, ...fields });

const hashOf = async (name: string) => (await world.store.people.find(name))?.passwordHash ?? '';

describe('changing the password', () => {
  test('lets alice in with the new one alone, and gives her browser another cookie', async () => {
    const answer = await change();
    expect(answer).toMatchObject({ status: 204, body: undefined });
    expect((await logIn(alice.name, NEXT)).status).toBe(200);
    expect((await logIn(alice.name, alice.password)).status).toBe(401);
    expect((await alice.get('/api/people')).status).toBe(401);
    const cookies = [cookieOf(answer)];
    expect((await world.request('GET /api/people', { cookies })).status).toBe(200);
  });

  test.each([
    ['ends the others if nothing is said of them', {}, 401],
    ['leaves the others if that is wanted', { endOthers: false }, 200],
  ])('%s', async (_, fields, status) => {
    const other = [cookieOf(await logIn(alice.name, alice.password))];
    await change(fields);
    expect((await world.request('GET /api/people', { cookies: other })).status).toBe(status);
  });

  test('closes the sockets of the session that it ends', async () => {
    const socket = await alice.openSocket();
    await change();
    expect(world.connections.closed).toContain(socket.connectionId);
  });

  test.each([
    ['a wrong current one', { current: 'wrong' }, 401, 'wrong-credentials', 'current'],
    ['a short one', { password: 'short' }, 400, 'invalid-request', 'password'],
    ['a common one', { password: 'iloveyou' }, 422, 'common-password', 'password'],
    ['no current one', { current: undefined }, 400, 'invalid-request', 'current'],
  ])('is refused with %s, and nothing has changed', async (_, fields, status, code, field) => {
    expect(await change(fields)).toMatchObject({ status, cookies: [], body: { error: { code, field } } });
    expect((await alice.get('/api/people')).status).toBe(200);
    expect((await logIn(alice.name, alice.password)).status).toBe(200);
  });
});

describe('registering', () => {
  test.each(['password1', 'PASSWORD1', 'iloveyou', 'carol-of-the-hills'])(
    'with %j is refused in words of its own, and the name is still free',
    async (password) => {
      const body = { name: 'carol-of-the-hills', password };
      const refused = await world.request('POST /api/register', jsonRequest(body));
      expect(refused).toMatchObject({
        status: 422,
        cookies: [],
        body: { error: { code: 'common-password', field: 'password' } },
      });
      expect(await world.store.people.find('carol-of-the-hills')).toBeUndefined();
    },
  );
});

describe('a password is kept', () => {
  test('as a hash with the version of its pepper in front', async () => {
    expect(await hashOf(alice.name)).toMatch(/^p1:\$2b\$04\$/);
  });

  test('from before there was a pepper as it was, until its person logs in', async () => {
    const digest = createHash('sha384').update(alice.password).digest('base64');
    const former = await hashOf(alice.name);
    const before = await bcrypt(digest, 4);
    await world.store.people.replacePassword(alice.name, { former, next: before });
    expect((await logIn(alice.name, 'wrong')).status).toBe(401);
    expect(await hashOf(alice.name)).toBe(before);
    expect((await logIn(alice.name, alice.password)).status).toBe(200);
    expect(await hashOf(alice.name)).toMatch(/^p1:/);
    expect((await logIn(alice.name, alice.password)).status).toBe(200);
  });
});

describe('a name that nobody has', () => {
  /** How much longer than with a wrong password it takes until it is refused. */
  async function ratioOfTimes(): Promise<number> {
    const times = { unknown: [] as number[], wrong: [] as number[] };
    for (let i = 0; i < TRIES; i += 1) {
      // In turns, each first as often as the other, so that whatever else the machine does falls on both alike.
      // Either name as often as the other: what is counted of tries before costs a request more, whosever they were.
      const turn = [['unknown', `not-${alice.name}`] as const, ['wrong', alice.name] as const];
      for (const [kind, name] of i % 2 ? turn : turn.toReversed()) {
        const began = process.hrtime.bigint();
        const { status } = await logIn(name, 'a password that nobody has');
        times[kind].push(Number(process.hrtime.bigint() - began));
        expect(status).toBe(401);
      }
    }
    return undisturbed(times.unknown) / undisturbed(times.wrong);
  }

  /** What was done meanwhile by others makes a time longer, never shorter: the faster half says what the work itself takes. */
  function undisturbed(times: readonly number[]): number {
    const faster = times.toSorted((one, other) => one - other).slice(0, TRIES / 2);
    return faster[Math.floor(faster.length / 2)] ?? 0;
  }

  test(
    `is refused in the same time as a wrong password, over ${TRIES} tries`,
    async () => {
      const ratios: number[] = [];
      const isEqual = () => ratios.some((ratio) => ratio >= 0.95 && ratio <= 1.05);
      // On a machine that is very busy a round may be off, to the one side or the other; a difference in the work never is not.
      while (!isEqual() && ratios.length < ROUNDS) ratios.push(await ratioOfTimes());
      expect([ratios, isEqual()]).toEqual([ratios, true]);
    },
    BOUND_MS,
  );
});

test('nothing secret is in the log', () => {
  world.log.expectNoSecrets();
});
