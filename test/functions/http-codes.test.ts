import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MyData } from '../../lib/protocol/profile-rest.ts';
import type { PreparedSecondFactor, RecoveryCodesAnswer } from '../../lib/protocol/second-factor-rest.ts';
import { codeInApp } from '../support/authenticator.ts';
import { cookieOf, jsonRequest, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const NEXT = 'the next password of alice';
const STEP_MS = 30_000;

let world: World;
let alice: Person;
let codes: readonly string[];
let secret: string;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
});

afterAll(() => world?.stop());

const logIn = (more: object = {}) =>
  world.request('POST /api/log-in', jsonRequest({ name: alice.name, password: alice.password, ...more }));
const recover = (body: object) =>
  world.request('POST /api/recover', jsonRequest({ name: alice.name, password: NEXT, ...body }));
/** Of the step after this one: the one of now may be used. */
const nextCode = () => codeInApp(secret, Date.now() + STEP_MS);

describe('alice', () => {
  test('has nothing but her password at first', async () => {
    expect(await alice.get('/api/credentials')).toMatchObject({ status: 200, body: {} });
  });

  test('makes recovery codes by her password, and is shown them this once', async () => {
    const wrong = await alice.post('/api/make-recovery-codes', { password: 'not hers' });
    expect(wrong).toMatchObject({ status: 401, body: { error: { field: 'password' } } });
    const answer = await alice.post('/api/make-recovery-codes', { password: alice.password });
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    ({ codes } = answer.body as RecoveryCodesAnswer);
    expect(codes).toHaveLength(10);
    const { body } = await alice.get('/api/credentials');
    expect(body).toEqual({ recoveryCodes: { left: 10, madeAt: expect.any(Number) } });
  });

  test('turns on a second factor, and is then asked for it before there is a cookie', async () => {
    ({ secret } = (await alice.post('/api/prepare-second-factor')).body as PreparedSecondFactor);
    const code = codeInApp(secret, Date.now());
    const turnedOn = await alice.post('/api/turn-on-second-factor', { password: alice.password, code });
    expect(turnedOn.status).toBe(204);
    expect(await logIn()).toMatchObject({
      status: 401,
      cookies: [],
      body: { error: { code: 'second-factor-needed' } },
    });
    expect(await logIn({ code: 'wrong' })).toMatchObject({
      status: 401,
      cookies: [],
      body: { error: { code: 'wrong-code', field: 'code' } },
    });
    const answer = await logIn({ code: nextCode() });
    expect(answer).toMatchObject({ status: 200, body: { me: { name: 'alice' } } });
    expect(answer.cookies).toHaveLength(2);
  });

  test('is told of both with all that is kept of her, and of nothing that lets anybody in', async () => {
    const { body } = await alice.get('/api/my-data');
    const { secondFactor, recoveryCodes } = body as MyData;
    expect(secondFactor).toEqual({ since: expect.any(Number) });
    expect(recoveryCodes).toEqual({ left: 10, madeAt: expect.any(Number) });
    expect(JSON.stringify(body)).not.toMatch(/sealed|hashes|prepared|p1:/);
  });

  test('gets in with a recovery code in place of the code', async () => {
    expect((await logIn({ code: codes[0] })).status).toBe(200);
    expect((await logIn({ code: codes[0] })).status).toBe(401);
  });

  test('has forgotten her password: another one on a recovery code and, as she has an app, its code', async () => {
    expect(await recover({ recoveryCode: 'wrong' })).toMatchObject({
      status: 401,
      cookies: [],
      body: { error: { code: 'wrong-recovery-code' } },
    });
    const recoveryCode = codes[1];
    expect(await recover({ recoveryCode })).toMatchObject({
      status: 401,
      cookies: [],
      body: { error: { code: 'second-factor-needed' } },
    });
    // As long as her app's codes of now are used, she turns it off, which she can in the session that she has.
    await alice.post('/api/turn-off-second-factor', { password: alice.password, endOthers: false });
    const answer = await recover({ recoveryCode });
    expect(answer).toMatchObject({ status: 200, body: { me: { name: 'alice' } } });
    expect((await world.request('GET /api/sessions', { cookies: [cookieOf(answer)] })).body).toMatchObject({
      sessions: [{ current: true }],
    });
    expect((await alice.get('/api/bootstrap')).status).toBe(401);
    expect((await logIn()).status).toBe(401);
    expect((await logIn({ password: NEXT })).status).toBe(200);
  });
});

test('mallory, who guesses codes, is told the same of alice and of somebody who is not there', async () => {
  const ofAlice = await recover({ recoveryCode: '0000-0000-0000-0000-0000-0000' });
  for (const name of ['nobody', 'no name!', '']) {
    expect(await recover({ name, recoveryCode: '0000-0000-0000-0000-0000-0000' })).toEqual(ofAlice);
  }
});

test('no code and no secret of an app is in the log', () => {
  world.log.expectNoSecrets();
  for (const code of [...codes, secret]) expect(world.log.written().join('')).not.toContain(code);
});
