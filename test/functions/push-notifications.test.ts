import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bootstrap } from '../../lib/protocol/rest.ts';
import type { PushDevice } from '../../scripts/push-service/push-device.ts';
import { cookieOf, jsonRequest, type Person, type Socket, signUp } from './person.ts';
import { PUSH_KEYS, startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let laptop: Socket;
/** Somebody without a past, for each test, with a phone on which the chat is closed. */
let bob: Person;
let phone: PushDevice;
let bobs = 0;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
  laptop = await alice.openSocket();
});

beforeEach(async () => {
  bobs += 1;
  bob = await signUp(world, `bob-${bobs}`);
  world.pushService.reset();
  phone = world.pushService.device();
  expect((await subscribe(bob, phone)).status).toBe(204);
  await accept('alice');
});

/** Bob lets somebody new write to him: a request would be told as nothing but that there is one. */
async function accept(peer: string): Promise<void> {
  await world.store.peers.change({ person: bob.name, peer }, { request: null });
}

afterAll(() => world?.stop());

function subscribe(person: Person, device: PushDevice, settings?: { hidesContent: boolean }) {
  return person.post('/api/subscribe-push', device.subscription(settings));
}

/** Has alice write to bob, and tells how long it took. */
async function write(text = 'Hello', after = 0): Promise<number> {
  const began = Date.now();
  const messages = [{ clientId: `m${after}`, text }];
  const frame = { action: 'send-message', id: 'f1', to: bob.name, after, messages };
  expect(await laptop.send(frame)).toMatchObject({ action: 'stored' });
  return Date.now() - began;
}

const read = () => world.pushService.taken.map(({ message }) => message);
const kept = async () => (await world.store.pushSubscriptions.of(bob.name, Date.now())).length;
const message = (text: string) => ({ kind: 'message', with: 'alice', displayName: 'alice', text });

describe('a message to bob', () => {
  test('is told on the phone, on which the chat is closed, once', async () => {
    await write('Hello, closed phone');
    expect(read()).toEqual([message('Hello, closed phone')]);
  });

  test('is told nowhere if a socket of his has taken it', async () => {
    await bob.openSocket();
    await write();
    expect(world.pushService.asked).toBe(0);
  });

  test('is told if his socket is gone, or gets nothing through', async () => {
    const { connectionId } = await bob.openSocket();
    world.connections.gone.add(connectionId);
    await write('one');
    world.connections.failing.add((await bob.openSocket()).connectionId);
    await write('two', 1);
    expect(read()).toEqual([message('one'), message('two')]);
  });

  test('is told as that there is one, if he has it so', async () => {
    await subscribe(bob, phone, { hidesContent: true });
    await write('A text for bob alone');
    expect(read()).toEqual([{ kind: 'hidden' }]);
  });

  test('takes the place of the one before it, if the phone has been off, and of nobody else’s', async () => {
    const carol = await signUp(world, `carol-${bobs}`);
    await accept(carol.name);
    await write('one');
    await (await carol.openSocket()).send({
      action: 'send-message',
      id: 'f1',
      to: bob.name,
      after: 0,
      messages: [{ clientId: 'c', text: 'from carol' }],
    });
    await write('two', 1);
    expect(world.pushService.kept(phone)).toMatchObject([{ text: 'two' }, { text: 'from carol' }]);
  });

  test('is no matter to alice, who has devices as well', async () => {
    const tablet = world.pushService.device();
    await subscribe(alice, tablet);
    await write();
    expect(world.pushService.kept(tablet)).toEqual([]);
  });
});

describe('the send is answered within 1.5 s', () => {
  test.each(['hang', 'cut', 500, 429] as const)('if the push service does this: %s', async (manner) => {
    world.pushService.answer(manner);
    expect(await write()).toBeLessThan(1_500);
    expect(await kept()).toBe(1);
  });
});

describe('bob is told nothing more', () => {
  test.each([404, 410])('once the service says %i: the subscription is forgotten', async (status) => {
    world.pushService.answer(status);
    await write('one');
    expect(await kept()).toBe(0);
    world.pushService.answer(201);
    await write('two', 1);
    expect(world.pushService.asked).toBe(1);
  });

  test('when he has unsubscribed, which he may do twice', async () => {
    const { endpoint } = phone.subscription();
    expect((await bob.post('/api/unsubscribe-push', { endpoint })).status).toBe(204);
    expect((await bob.post('/api/unsubscribe-push', { endpoint })).status).toBe(204);
    await write();
    expect(world.pushService.asked).toBe(0);
  });

  test('when he has logged out there, while a device with another log-in is', async () => {
    const { name, password } = bob;
    const logIn = await world.request('POST /api/log-in', jsonRequest({ name, password }));
    const tablet = world.pushService.device();
    const subscription = jsonRequest(tablet.subscription(), { cookies: [cookieOf(logIn)] });
    await world.request('POST /api/subscribe-push', subscription);
    await bob.post('/api/log-out');
    await write();
    expect(world.pushService.kept(phone)).toEqual([]);
    expect(world.pushService.kept(tablet)).toEqual([message('Hello')]);
  });

  test('but not by mallory, who knows the endpoint', async () => {
    const mallory = await signUp(world, `mallory-${bobs}`);
    const { endpoint } = phone.subscription();
    await mallory.post('/api/unsubscribe-push', { endpoint });
    await write();
    expect(read()).toHaveLength(1);
  });
});

describe('a subscription', () => {
  test('is one of ten at most', async () => {
    for (let device = 2; device <= 12; device += 1) await subscribe(bob, world.pushService.device());
    expect(await kept()).toBe(10);
    await write();
    // The first, and with it the phone, have gone.
    expect(read()).toHaveLength(10);
    expect(world.pushService.kept(phone)).toEqual([]);
  });

  test.each([
    'https://mallory.example/push/1',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:9/push/1',
    'file:///etc/passwd',
  ])('can not be at %s', async (endpoint) => {
    const answer = await bob.post('/api/subscribe-push', { ...phone.subscription(), endpoint });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-request', field: 'endpoint' } },
    });
    expect(await kept()).toBe(1);
  });

  test.each([
    [{ keys: { p256dh: 'short', auth: 'A'.repeat(22) } }, 'keys.p256dh'],
    [{ keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(23) } }, 'keys.auth'],
    [{ hidesContent: 'yes' }, 'hidesContent'],
    [{ endpoint: 'x' }, 'endpoint'],
    [{ person: 'alice' }, 'person'],
  ])('is refused with %j', async (wrong, field) => {
    const answer = await bob.post('/api/subscribe-push', { ...phone.subscription(), ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid-request', field } } });
  });
});

test('the bootstrap has the public key, and not the private one', async () => {
  const { body } = await bob.get('/api/bootstrap');
  expect((body as Bootstrap).pushKey).toBe(PUSH_KEYS.publicKey);
  expect(JSON.stringify(body)).not.toContain(PUSH_KEYS.privateKey);
});

test('what comes of it is counted in the line of the send, and no text, endpoint or key is in the log', async () => {
  await subscribe(bob, world.pushService.device());
  world.pushService.answer(429, 201);
  const before = world.log.lines().length;
  await write('A text for bob alone');
  const lines = world.log.lines().slice(before);
  expect(lines).toMatchObject([
    { level: 'warn', event: 'notification failed', person: bob.name, service: expect.any(String) },
    { route: 'send-message', NotificationsDelivered: 1, NotificationsFailed: 1 },
  ]);
  world.log.expectNoSecrets();
});
