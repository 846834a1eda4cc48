import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import type { PushSubscription } from '../../lib/chat/notification-ports.ts';
import { subscribePush, unsubscribePush } from '../../lib/chat/push-subscriptions.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { connect, type Device, frame, PASSWORD, send, signUp } from './devices.ts';

let chat: MemoryChat;
let laptop: Device;
let bobs: Session;

beforeEach(async () => {
  chat = memoryChat();
  await signUp(chat, alice);
  bobs = await signUp(chat, bob);
  laptop = await connect(chat, alice, 'laptop');
  await chat.peers.change(OF_BOB, { request: null });
});

/** Bob's side of the conversation, on which he has accepted that alice writes to him. */
const OF_BOB = { person: bob.name, peer: alice.name };

const endpointOf = (device: string) => `https://push.example/${device}`;

/** Has a device of bob notified. */
function subscribe(device = 'phone', { hidesContent = false, session = bobs } = {}): Promise<void> {
  const keys = { p256dh: `key of ${device}`, auth: `secret of ${device}` };
  return subscribePush(chat, session, { endpoint: endpointOf(device), keys, hidesContent });
}

const toldDevices = () => chat.notifier.notified.map(({ endpoint }) => endpoint.split('/').at(-1)).sort();

describe('a message to bob, who has closed the chat,', () => {
  test('is told on each device that asked for it, with who wrote it and what', async () => {
    for (const device of ['phone', 'tablet']) await subscribe(device);
    await send(chat, laptop, bob, 0, 'Hello');
    const message = { kind: 'message', with: 'alice', displayName: 'Alice Marlow', text: 'Hello' };
    expect(chat.notifier.notified).toEqual([
      { endpoint: endpointOf('phone'), message, topic: 'alice' },
      { endpoint: endpointOf('tablet'), message, topic: 'alice' },
    ]);
    expect(chat.metrics.read()).toMatchObject({ NotificationsDelivered: 2 });
  });

  test('is told as nothing but that there is one, where the device hides contents', async () => {
    await subscribe('phone', { hidesContent: true });
    await send(chat, laptop, bob, 0, 'Hello');
    expect(chat.notifier.notified.map(({ message }) => message)).toEqual([{ kind: 'hidden' }]);
  });

  test('is the last one of its frame', async () => {
    await subscribe();
    await send(chat, laptop, bob, 0, 'Hello', 'Are you there?');
    expect(chat.notifier.notified.map(({ message }) => message)).toMatchObject([{ text: 'Are you there?' }]);
  });

  test('is cut where it is long, between characters', async () => {
    await subscribe();
    await send(chat, laptop, bob, 0, '🐘'.repeat(500), '🐘'.repeat(501));
    await send(chat, laptop, bob, 2, '🐘'.repeat(500));
    const texts = chat.notifier.notified.map(({ message }) => 'text' in message && message.text);
    expect(texts).toEqual([`${'🐘'.repeat(499)}…`, '🐘'.repeat(500)]);
  });

  test('is told nowhere where bob has asked for it nowhere, at the cost of one look', async () => {
    const meter = metered(chat);
    await sendMessage(meter.ports, laptop.identity, frame(bob, 0, 'Hello'));
    expect(meter.read()).toMatchObject({ 'pushSubscriptions.of': 1, 'people.findAll': 1 });
    expect(chat.notifier.notified).toEqual([]);
  });

  test('is told although his sockets are there, when none of them takes it', async () => {
    await subscribe();
    const gone = await connect(chat, bob, 'gone');
    chat.push.end(gone.identity.connectionId);
    const stuck = await connect(chat, bob, 'stuck');
    chat.push.open(stuck.identity.connectionId, () => {
      throw new Error('The socket is stuck.');
    });
    await send(chat, laptop, bob, 0, 'Hello');
    expect(toldDevices()).toEqual(['phone']);
  });
});

describe('a message from somebody new', () => {
  test('is told as nothing but that there is one', async () => {
    await subscribe();
    await chat.peers.change(OF_BOB, { request: true });
    await send(chat, laptop, bob, 0, 'You have won');
    expect(chat.notifier.notified.map(({ message }) => message)).toEqual([{ kind: 'hidden' }]);
  });
});

describe('nobody is notified', () => {
  test('of what somebody writes whom he has muted, until that ends', async () => {
    await subscribe();
    await chat.peers.change(OF_BOB, { mutedUntil: chat.clock.now() + 1 });
    await send(chat, laptop, bob, 0, 'Hello');
    expect(chat.notifier.notified).toEqual([]);
    chat.clock.advance(1);
    await send(chat, laptop, bob, 1, 'Still there?');
    expect(toldDevices()).toEqual(['phone']);
  });

  test('of what somebody writes whom he has blocked', async () => {
    await subscribe();
    await chat.peers.change(OF_BOB, { blocks: [{ from: 0 }] });
    await send(chat, laptop, bob, 0, 'Hello');
    expect(chat.notifier.notified).toEqual([]);
  });

  test('of a message that one of his sockets has taken, nor is anything looked up for it', async () => {
    await subscribe();
    await connect(chat, bob, 'tablet');
    const meter = metered(chat);
    await sendMessage(meter.ports, laptop.identity, frame(bob, 0, 'Hello'));
    expect(chat.notifier.notified).toEqual([]);
    expect(meter.read()).not.toHaveProperty(['pushSubscriptions.of']);
  });

  test('of what he has written himself', async () => {
    await subscribe();
    const tablet = await connect(chat, bob, 'tablet');
    await connect(chat, alice, 'phone');
    await send(chat, tablet, alice, 0, 'Hello, alice');
    expect(chat.notifier.notified).toEqual([]);
  });

  test('after unsubscribing', async () => {
    for (const device of ['phone', 'tablet']) await subscribe(device);
    await unsubscribePush(chat, bobs, { endpoint: endpointOf('phone') });
    await send(chat, laptop, bob, 0, 'Hello');
    expect(toldDevices()).toEqual(['tablet']);
  });

  test('on a device that has logged out, while the others are', async () => {
    const { session } = await logIn(chat, { name: 'bob', password: PASSWORD }, HERE);
    await subscribe('phone');
    await subscribe('tablet', { session });
    await logOut(chat, session);
    await send(chat, laptop, bob, 0, 'Hello');
    expect(toldDevices()).toEqual(['phone']);
  });

  test('on a device whose session has come to its end', async () => {
    await subscribe();
    chat.clock.set(bobs.expiresAt);
    laptop = await connect(chat, alice, 'laptop');
    await send(chat, laptop, bob, 0, 'Hello');
    expect(chat.notifier.notified).toEqual([]);
  });

  test('where there is no notifier, nor is anything looked up for it', async () => {
    await subscribe();
    const meter = metered({ ...chat, notifier: {} });
    await sendMessage({ ...meter.ports, notifier: undefined }, laptop.identity, frame(bob, 0, 'Hello'));
    expect(meter.read()).not.toHaveProperty(['pushSubscriptions.of']);
  });
});

describe('a device', () => {
  const subscriptions = async () =>
    (await chat.pushSubscriptions.of('bob', chat.clock.now())).map(({ endpoint }) => endpoint);

  test('whose subscription is gone is forgotten, and the others are told all the same', async () => {
    for (const device of ['phone', 'tablet', 'watch']) await subscribe(device);
    chat.notifier.outcomes.set(endpointOf('phone'), 'gone').set(endpointOf('tablet'), 'failed');
    chat.metrics.read();
    await send(chat, laptop, bob, 0, 'Hello');
    expect(toldDevices()).toEqual(['phone', 'tablet', 'watch']);
    expect((await subscriptions()).sort()).toEqual([endpointOf('tablet'), endpointOf('watch')]);
    expect(chat.metrics.read()).toMatchObject({
      NotificationsDelivered: 1,
      NotificationsGone: 1,
      NotificationsFailed: 1,
    });
    expect(chat.log.warnings).toEqual([
      { event: 'notification failed', details: { person: 'bob', service: 'push.example' } },
    ]);
  });

  test('is one of ten at most: the one that asked the longest ago goes', async () => {
    for (let device = 1; device <= 12; device += 1) {
      chat.clock.advance(1);
      await subscribe(`${device}`);
      // The first asks again each time, as a browser does whenever it is opened.
      await subscribe('1');
    }
    await send(chat, laptop, bob, 0, 'Hello');
    expect(toldDevices()).toEqual(['1', '10', '11', '12', '4', '5', '6', '7', '8', '9']);
  });

  test.each(['https://mallory.example/x', 'http://169.254.169.254/latest', 'https://push.example.mallory/x'])(
    'is refused with an address at no push service: %s',
    async (endpoint) => {
      const keys = { p256dh: 'key', auth: 'secret' };
      await expect(subscribePush(chat, bobs, { endpoint, keys, hidesContent: false })).rejects.toMatchObject({
        code: 'invalid-request',
        field: 'endpoint',
      });
      expect(await subscriptions()).toEqual([]);
    },
  );
});

describe('the send succeeds', () => {
  const failing = async () => {
    throw new Error('The table is away.');
  };

  test.each(['of', 'remove'] as const)(
    'although %s of the subscriptions fails, which is in the log',
    async (method) => {
      await subscribe();
      chat.notifier.outcomes.set(endpointOf('phone'), 'gone');
      const pushSubscriptions = { ...chat.pushSubscriptions, [method]: failing };
      const stored = await sendMessage(
        { ...chat, pushSubscriptions },
        laptop.identity,
        frame(bob, 0, 'Hello'),
      );
      expect(stored).toMatchObject({ action: 'stored' });
      expect(chat.log.warnings.map(({ details }) => details)).toEqual([
        { person: 'bob', reason: 'Error: The table is away.' },
      ]);
    },
  );

  test('no text, endpoint or key is in the log', async () => {
    await subscribe();
    chat.notifier.outcomes.set(endpointOf('phone'), 'failed');
    await send(chat, laptop, bob, 0, 'a secret text');
    const [device] = (await chat.pushSubscriptions.of('bob', chat.clock.now())) as [PushSubscription];
    const logged = JSON.stringify(chat.log.warnings);
    for (const secret of ['a secret text', device.endpoint, device.auth, device.p256dh]) {
      expect(logged).not.toContain(secret);
    }
  });
});
