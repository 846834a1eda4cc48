import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { suspend } from '../../lib/chat/accounts/suspend.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { MAX_PASSKEYS, PASSKEY_CHALLENGE_LIFETIME_MS } from '../../lib/protocol/limits.ts';
import type {
  AddPasskeyOptions,
  PasskeyLogInOptions,
  PasskeysAnswer,
} from '../../lib/protocol/passkey-rest.ts';
import type { MyData } from '../../lib/protocol/profile-rest.ts';
import { fresh } from '../support/fresh.ts';
import { type Otherwise, type PasskeyDevice, passkeyDevice } from '../support/passkey-device.ts';
import { FOREIGN_ORIGIN, OWN_ORIGIN } from './events.ts';
import { jsonRequest, type Person, signUp } from './person.ts';
import { type Answer, startWorld, type World } from './world.ts';

const REFUSED = { status: 401, body: { error: { code: 'passkey-refused' } } };
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const HOST = new URL(OWN_ORIGIN).hostname;

let world: World;
let alice: Person;

// Before the functions take it for theirs; it is moved by hand.
const realNow = Date.now;
let aheadMs = 0;
Date.now = () => realNow() + aheadMs;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  Date.now = realNow;
  await world?.stop();
});

beforeEach(async () => {
  alice = await signUp(world, fresh('alice'));
});

const cookiesIn = ({ cookies }: Answer) => cookies.map((cookie) => cookie.split(';')[0] ?? '');

const offerTo = ({ cookie, password }: Person, headers = {}) =>
  world.request('POST /api/add-passkey-options', jsonRequest({ password }, { cookies: [cookie], headers }));

/** Adds a passkey of the device, as a browser does that is logged in. */
async function add(person: Person, device: PasskeyDevice, otherwise?: Otherwise): Promise<Answer> {
  const offer = await offerTo(person);
  const made = device.make(offer.body as AddPasskeyOptions, otherwise);
  const cookies = [person.cookie, ...cookiesIn(offer)];
  return world.request('POST /api/add-passkey', jsonRequest(made, { cookies, headers: BROWSER }));
}

const askToLogIn = () => world.request('POST /api/passkey-log-in-options', jsonRequest({}));

/** Logs in with the device's passkey, in a browser in which nobody was before. */
async function logIn(device: PasskeyDevice, otherwise?: Otherwise, body = {}): Promise<Answer> {
  const asked = await askToLogIn();
  const signature = device.sign(asked.body as PasskeyLogInOptions, otherwise);
  const request = jsonRequest({ ...signature, ...body }, { cookies: cookiesIn(asked) });
  return world.request('POST /api/passkey-log-in', request);
}

async function withPasskey(person: Person): Promise<PasskeyDevice> {
  const device = passkeyDevice(OWN_ORIGIN);
  expect((await add(person, device)).status).toBe(201);
  return device;
}

const passkeysOf = async (person: Person) =>
  ((await person.get('/api/passkeys')).body as PasskeysAnswer).passkeys;

const eventsOf = async ({ name }: Person) =>
  (await world.store.auditTrail.of(name, { limit: 10 })).items.map(({ event, details }) => ({
    event,
    ...details,
  }));

describe('a passkey', () => {
  test('is offered to whoever knows the password, for this host, kept and verified by the authenticator', async () => {
    const { status, body, cookies } = await offerTo(alice);
    expect(status).toBe(200);
    expect(body).toEqual({
      publicKey: {
        challenge: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/),
        rp: { id: HOST, name: 'chat' },
        user: { id: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/), name: alice.name, displayName: alice.name },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        timeout: PASSKEY_CHALLENGE_LIFETIME_MS,
        attestation: 'none',
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        excludeCredentials: [],
      },
    });
    expect(cookies).toEqual([
      expect.stringMatching(/^chat-new-passkey=[^;]+; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const wrong = await alice.post('/api/add-passkey-options', { password: 'wrong' });
    expect(wrong).toMatchObject({
      status: 401,
      body: { error: { code: 'wrong-credentials', field: 'password' } },
    });
  });

  test('is of the host of the page that asks, of several that are ours', async () => {
    const { body } = await offerTo(alice, { origin: 'http://localhost:8000' });
    expect((body as AddPasskeyOptions).publicKey.rp.id).toBe('localhost');
  });

  test('lets in without a name and a password, with a session of its own, and makes the browser known', async () => {
    const device = await withPasskey(alice);
    const answer = await logIn(device);
    expect(answer).toMatchObject({ status: 200, body: { me: { name: alice.name } } });
    expect(answer.cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'chat-session',
      'chat-device',
      'chat-passkey-log-in',
    ]);
    expect(answer.cookies[2]).toMatch(/^chat-passkey-log-in=; Max-Age=0;/);
    const [cookie = ''] = cookiesIn(answer);
    expect(cookie).not.toBe(alice.cookie);
    expect((await world.request('GET /api/bootstrap', { cookies: [cookie] })).status).toBe(200);
    expect((await logIn(device)).status).toBe(200);
  });

  test('lets in on a computer that others use, which is not made known', async () => {
    const { cookies } = await logIn(await withPasskey(alice), {}, { sharedComputer: true });
    expect(cookies[0]).toMatch(/^chat-session=[^;]+; Path=/);
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['chat-session', 'chat-passkey-log-in']);
  });

  test('is listed with where and when, and is in all that is kept of alice', async () => {
    await withPasskey(alice);
    const device = await withPasskey(alice);
    await logIn(device);
    const listed = await passkeysOf(alice);
    expect(listed).toMatchObject([
      {
        id: expect.any(String),
        device: 'Firefox, Linux',
        createdAt: expect.any(Number),
        lastUsedAt: expect.any(Number),
      },
      { id: expect.any(String), device: 'Firefox, Linux', createdAt: expect.any(Number) },
    ]);
    const { passkeys } = (await alice.get('/api/my-data')).body as MyData;
    expect(passkeys).toHaveLength(2);
    expect(Object.keys(passkeys[0] ?? {}).sort()).toEqual(expect.arrayContaining(['createdAt', 'device']));
    expect(JSON.stringify(passkeys)).not.toContain(listed[0]?.id);
  });

  test('has an authenticator make no second one, and the same person be known by all', async () => {
    const device = await withPasskey(alice);
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    const { publicKey } = (await offerTo(alice)).body as AddPasskeyOptions;
    expect(publicKey.excludeCredentials).toEqual([{ type: 'public-key', id }]);
    expect(publicKey.user.id).toBe((await world.passkeys.find(id))?.userHandle);
    expect((await logIn(device)).status).toBe(200);
  });

  test(`is one of ${MAX_PASSKEYS} at most`, async () => {
    const { id = '' } = (await passkeysOf(alice))[0] ?? {};
    for (let i = 0; i < MAX_PASSKEYS; i += 1) {
      await world.passkeys.add({
        person: alice.name,
        id: `${id}${fresh('id')}`,
        userHandle: 'handle',
        publicKey: new Uint8Array([1]),
        counter: 0,
        device: '',
        createdAt: i,
      });
    }
    expect(await offerTo(alice)).toMatchObject({ status: 422, body: { error: { code: 'too-many' } } });
  });

  test('is removed with the password, and opens nothing any more', async () => {
    const device = await withPasskey(alice);
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    const remove = (person: Person, password = person.password) =>
      person.post('/api/remove-passkey', { id, password });
    expect(await remove(alice, 'wrong')).toMatchObject({ status: 401 });
    const mallory = await signUp(world, fresh('mallory'));
    expect((await remove(mallory)).status).toBe(204);
    expect((await logIn(device)).status).toBe(200);
    expect((await remove(alice)).status).toBe(204);
    expect((await remove(alice)).status).toBe(204);
    expect(await passkeysOf(alice)).toEqual([]);
    expect(await logIn(device)).toMatchObject({ ...REFUSED, cookies: [] });
    expect(await eventsOf(mallory)).not.toContainEqual(expect.objectContaining({ event: 'passkey-removed' }));
  });

  test('leaves its way through the audit trail', async () => {
    const device = await withPasskey(alice);
    await logIn(device);
    await logIn(device, { isVerified: false });
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    await alice.post('/api/remove-passkey', { id, password: alice.password });
    expect(await eventsOf(alice)).toEqual([
      { event: 'passkey-removed', device: 'Firefox, Linux' },
      { event: 'log-in-refused', way: 'passkey', reason: 'passkey-refused' },
      { event: 'logged-in', way: 'passkey' },
      { event: 'passkey-added', device: 'Firefox, Linux' },
      { event: 'registered' },
    ]);
  });
});

/** What an authenticator, or whoever plays one, may get wrong; of the challenge and the counter below. */
const WRONG: readonly [string, Otherwise][] = [
  ['of a page of another site', { origin: FOREIGN_ORIGIN }],
  ['of a page of ours at another port', { origin: `${OWN_ORIGIN}:8443` }],
  ['that belongs to another host', { rpId: 'mallory.example' }],
  ['of one host of ours on a page of the other', { origin: 'http://localhost:8000' }],
  ['of another challenge', { challenge: 'bm90IHdoYXQgd2FzIGFza2Vk' }],
  ['by somebody whom the authenticator has not verified', { isVerified: false }],
  ['by nobody who is there', { isPresent: false }],
];

describe('no passkey is added', () => {
  test.each([...WRONG, ['that was only used', { type: 'webauthn.get' }] as const])(
    '%s',
    async (_, otherwise) => {
      expect(await add(alice, passkeyDevice(OWN_ORIGIN), otherwise)).toMatchObject(REFUSED);
      expect(await passkeysOf(alice)).toEqual([]);
    },
  );

  test('twice by one offer, or too late, or without one', async () => {
    const offer = await offerTo(alice);
    const make = () => jsonRequest(passkeyDevice(OWN_ORIGIN).make(offer.body as AddPasskeyOptions));
    const cookies = [alice.cookie, ...cookiesIn(offer)];
    expect(
      await world.request('POST /api/add-passkey', { ...make(), cookies: [alice.cookie] }),
    ).toMatchObject(REFUSED);
    expect((await world.request('POST /api/add-passkey', { ...make(), cookies })).status).toBe(201);
    expect(await world.request('POST /api/add-passkey', { ...make(), cookies })).toMatchObject(REFUSED);

    const late = await offerTo(alice);
    const made = passkeyDevice(OWN_ORIGIN).make(late.body as AddPasskeyOptions);
    aheadMs += PASSKEY_CHALLENGE_LIFETIME_MS + 1_000;
    const request = jsonRequest(made, { cookies: [alice.cookie, ...cookiesIn(late)] });
    expect(await world.request('POST /api/add-passkey', request)).toMatchObject(REFUSED);
    expect(await passkeysOf(alice)).toHaveLength(1);
  });

  test('to mallory by what was offered to alice, and none that is alice’s', async () => {
    const mallory = await signUp(world, fresh('mallory'));
    const offer = await offerTo(alice);
    const made = passkeyDevice(OWN_ORIGIN).make(offer.body as AddPasskeyOptions);
    const cookies = [mallory.cookie, ...cookiesIn(offer)];
    expect(await world.request('POST /api/add-passkey', jsonRequest(made, { cookies }))).toMatchObject(
      REFUSED,
    );

    const device = await withPasskey(alice);
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    expect(await add(mallory, passkeyDevice(OWN_ORIGIN), { id })).toMatchObject(REFUSED);
    expect(await passkeysOf(mallory)).toEqual([]);
    expect(await logIn(device)).toMatchObject({ status: 200, body: { me: { name: alice.name } } });
  });

  test('by a challenge to log in', async () => {
    const asked = await askToLogIn();
    const { challenge } = (asked.body as PasskeyLogInOptions).publicKey;
    const offer = await offerTo(alice);
    const made = passkeyDevice(OWN_ORIGIN).make(offer.body as AddPasskeyOptions, { challenge });
    const [cookie = ''] = cookiesIn(asked);
    const passedOff = cookie.replace('chat-passkey-log-in=', 'chat-new-passkey=');
    const request = jsonRequest(made, { cookies: [alice.cookie, passedOff] });
    expect(await world.request('POST /api/add-passkey', request)).toMatchObject(REFUSED);
  });
});

describe('nobody is let in by a signature', () => {
  test.each([
    ...WRONG,
    ['that makes a passkey', { type: 'webauthn.create' }] as const,
    ['for another person', { userHandle: 'c29tZWJvZHkgZWxzZQ' }] as const,
  ])('%s', async (_, otherwise) => {
    const device = await withPasskey(alice);
    expect(await logIn(device, otherwise)).toMatchObject({ ...REFUSED, cookies: [] });
    expect((await logIn(device)).status).toBe(200);
  });

  test('by another key, under the id of alice’s passkey', async () => {
    await withPasskey(alice);
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    const userHandle = (await world.passkeys.find(id))?.userHandle ?? '';
    expect(await logIn(passkeyDevice(OWN_ORIGIN), { id, userHandle })).toMatchObject(REFUSED);
  });

  test('by a passkey that nobody has added', async () => {
    expect(await logIn(passkeyDevice(OWN_ORIGIN), { userHandle: 'aGFuZGxl' })).toMatchObject(REFUSED);
  });

  test('that was good once, and comes again', async () => {
    const device = await withPasskey(alice);
    const asked = await askToLogIn();
    // Of a passkey that is kept in several devices: it has no counter, by which a copy would be noticed as well.
    const signature = device.sign(asked.body as PasskeyLogInOptions, { counter: 0 });
    const request = jsonRequest(signature, { cookies: cookiesIn(asked) });
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.request('POST /api/passkey-log-in', request)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(await world.request('POST /api/passkey-log-in', request)).toMatchObject(REFUSED);
  });

  test('that comes from another browser than has asked for it, or too late', async () => {
    const device = await withPasskey(alice);
    const asked = await askToLogIn();
    const signature = device.sign(asked.body as PasskeyLogInOptions);
    const elsewhere = cookiesIn(await askToLogIn());
    for (const cookies of [[], elsewhere, ['chat-passkey-log-in=made-up']]) {
      const request = jsonRequest(signature, { cookies });
      expect(await world.request('POST /api/passkey-log-in', request)).toMatchObject(REFUSED);
    }
    aheadMs += PASSKEY_CHALLENGE_LIFETIME_MS + 1_000;
    const request = jsonRequest(signature, { cookies: cookiesIn(asked) });
    expect(await world.request('POST /api/passkey-log-in', request)).toMatchObject(REFUSED);
  });

  test('whose counter has gone back, as that of a copy does', async () => {
    const device = await withPasskey(alice);
    expect((await logIn(device, { counter: 7 })).status).toBe(200);
    for (const counter of [7, 6, 0]) expect(await logIn(device, { counter })).toMatchObject(REFUSED);
    expect((await logIn(device, { counter: 8 })).status).toBe(200);
  });

  test('without a counter, of passkeys that are kept in several devices: those are let in', async () => {
    const device = await withPasskey(alice);
    for (let i = 0; i < 2; i += 1) expect((await logIn(device, { counter: 0 })).status).toBe(200);
  });

  test('of alice, while she is suspended, which only her passkey is told', async () => {
    const device = await withPasskey(alice);
    const { store } = await import('../../lib/app/store.ts');
    const { sockets } = await import('../../lib/app/sockets.ts');
    const { clock, log } = await import('../../lib/app/system.ts');
    await suspend({ ...store, push: sockets, clock, log, caller: {} }, alice.name, { by: 'operator:olga' });
    expect(await logIn(device)).toMatchObject({ status: 403, body: { error: { code: 'suspended' } } });
    expect(await logIn(device, { isVerified: false })).toMatchObject(REFUSED);
  });

  test('of alice, once she has deleted her account', async () => {
    const device = await withPasskey(alice);
    const [{ id } = { id: '' }] = await passkeysOf(alice);
    await alice.post('/api/delete-account', { password: alice.password });
    expect(await logIn(device)).toMatchObject(REFUSED);
    expect(await world.passkeys.find(id)).toBeUndefined();
  });

  test('after too many tries, which keep nobody out who is known, or comes from elsewhere', async () => {
    const device = await withPasskey(alice);
    const known = cookiesIn(await logIn(device))[1] ?? '';
    const codes: unknown[] = [];
    for (let i = 0; i <= DEFAULT_THROTTLE_LIMITS.freeTries; i += 1) {
      codes.push((await logIn(device, { isVerified: false })).status);
    }
    expect(codes.at(-1)).toBe(429);
    expect(await logIn(device)).toMatchObject({ status: 429, body: { error: { code: 'too-many-tries' } } });
    const asked = await askToLogIn();
    const signature = device.sign(asked.body as PasskeyLogInOptions);
    const request = jsonRequest(signature, { cookies: [...cookiesIn(asked), known] });
    expect((await world.request('POST /api/passkey-log-in', request)).status).toBe(200);
    const { name, password } = alice;
    expect((await world.request('POST /api/log-in', jsonRequest({ name, password }))).status).toBe(200);
    expect(await eventsOf(alice)).toContainEqual({ event: 'throttled' });
  });
});

test('no password and no cookie, also not that of a challenge, is in the log', () => {
  world.log.expectNoSecrets();
});
