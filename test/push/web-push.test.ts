import { createPublicKey, type KeyObject } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import type { Notifier, PushSubscription } from '../../lib/chat/notification-ports.ts';
import type { PushMessage } from '../../lib/protocol/push-message.ts';
import { pushServicesAt } from '../../lib/push/push-services.ts';
import type { VapidKeys } from '../../lib/push/vapid.ts';
import { webPushNotifier } from '../../lib/push/web-push.ts';
import { newPushKeys } from '../../scripts/local/push-keys.ts';
import { type FakePushService, startPushService } from '../../scripts/push-service/fake-push-service.ts';
import type { PushDevice } from '../../scripts/push-service/push-device.ts';

const KEYS = newPushKeys();
const HELLO: PushMessage = { kind: 'message', with: 'alice', displayName: 'Alice', text: 'Hello' };

/** No push service takes more: RFC 8030 asks for that much, and browsers' services hold to it. */
const MAX_BODY_BYTES = 4_096;

let service: FakePushService;
let other: FakePushService;
let notifier: Notifier;
let phone: PushDevice;

beforeAll(async () => {
  [service, other] = await Promise.all([startPushService(), startPushService()]);
  notifier = notifierWith(async () => KEYS);
  phone = service.device();
});

afterEach(() => {
  service.reset();
  other.reset();
});

afterAll(() => Promise.all([service?.stop(), other?.stop()]));

function notifierWith(keys: () => Promise<VapidKeys>): Notifier {
  const services = pushServicesAt([service.origin]);
  return webPushNotifier({ keys, subject: 'https://chat.example', services });
}

/** As it is kept, for a device. */
function subscriptionOf(device: PushDevice): PushSubscription {
  const { keys, ...subscription } = device.subscription();
  return { ...subscription, ...keys, person: 'bob', session: 's1', addedAt: 0, expiresAt: 1 };
}

const notify = (message = HELLO, topic = 'alice', device = phone) =>
  notifier.notify(subscriptionOf(device), message, topic);

describe('a message to a device', () => {
  test('is read there as it was written, and by nobody on its way', async () => {
    expect(await notify()).toBe('delivered');
    expect(service.taken.map(({ message }) => message)).toEqual([HELLO]);
    expect(service.taken[0]?.body.includes('Hello')).toBe(false);
    expect(() => service.device().decrypt(service.taken[0]?.body ?? Buffer.alloc(0))).toThrow();
  });

  test('is what push services take, however much it takes in JSON', async () => {
    const longest: PushMessage = {
      kind: 'message',
      with: 'x'.repeat(32),
      displayName: '🐘'.repeat(50),
      text: '\u0000'.repeat(500),
    };
    await notify(longest);
    expect(service.taken.map(({ message }) => message)).toEqual([longest]);
    expect(service.taken[0]?.body.length).toBeLessThan(MAX_BODY_BYTES);
  });

  test('wakes it, is kept for a week if it is off, and takes the place of an older one with its topic', async () => {
    await notify({ ...HELLO, text: 'Hello' }, 'alice');
    await notify({ ...HELLO, text: 'from carol', with: 'carol' }, 'carol');
    await notify({ ...HELLO, text: 'Are you there?' }, 'alice');
    for (const { headers } of service.taken) {
      expect(headers).toMatchObject({ ttl: '604800', urgency: 'high', 'content-encoding': 'aes128gcm' });
      // Nothing that tells who it is.
      expect(headers.topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
    }
    expect(service.kept(phone)).toMatchObject([{ text: 'Are you there?' }, { text: 'from carol' }]);
  });

  test('has another topic for each device, so that the service can not tell who they are with', async () => {
    await notify();
    await notify(HELLO, 'alice', service.device());
    expect(new Set(service.taken.map(({ headers }) => headers.topic)).size).toBe(2);
  });

  test('is signed by the key that its browser knows, for this service and not for long', async () => {
    await notify();
    const [, token = '', key] =
      /^vapid t=([^,]+), k=(.+)$/.exec(`${service.taken[0]?.headers.authorization}`) ?? [];
    expect(key).toBe(KEYS.publicKey);
    const claims = jwt.verify(token, verifying(KEYS), { algorithms: ['ES256'], audience: service.origin });
    expect(claims).toMatchObject({ sub: 'https://chat.example' });
    const { exp = 0 } = claims as jwt.JwtPayload;
    expect(exp - Date.now() / 1_000).toBeLessThanOrEqual(24 * 60 * 60);
    expect(exp - Date.now() / 1_000).toBeGreaterThan(60 * 60);
  });
});

describe('what the service answers', () => {
  test.each([200, 201, 202, 204])('%i: it is delivered', async (status) => {
    service.answer(status);
    expect(await notify()).toBe('delivered');
  });

  test.each([404, 410])('%i: the subscription is gone', async (status) => {
    service.answer(status);
    expect(await notify()).toBe('gone');
  });

  test.each([400, 401, 403, 413, 429])('%i: it has failed, and is not tried again', async (status) => {
    service.answer(status);
    expect(await notify()).toBe('failed');
    expect(service.asked).toBe(1);
  });

  test.each([500, 503, 'cut'] as const)('%s: it is tried once more', async (manner) => {
    service.answer(manner, 201);
    expect(await notify()).toBe('delivered');
    service.answer(manner);
    expect(await notify()).toBe('failed');
    expect(service.asked).toBe(4);
  });

  test.each([301, 302, 307, 308])(
    '%i: it has failed, and nobody is asked at the place that it names',
    async (status) => {
      service.answer(status);
      expect(await notify()).toBe('failed');
      expect(service.asked).toBe(1);
    },
  );

  test('nothing: it is given up on after a second', async () => {
    service.answer('hang');
    const began = Date.now();
    expect(await notify()).toBe('failed');
    expect(Date.now() - began).toBeLessThan(1_400);
  });
});

describe('it has failed, without anybody being asked,', () => {
  test('when the keys can not be read', async () => {
    notifier = notifierWith(() => Promise.reject(new Error('AccessDeniedException')));
    expect(await notify()).toBe('failed');
  });

  test('when they are not there within a second', async () => {
    notifier = notifierWith(() => new Promise(() => {}));
    expect(await notify()).toBe('failed');
  });

  test.each([
    ['key', { p256dh: 'A'.repeat(87) }],
    ['secret', { auth: 'x' }],
  ])('when the device’s %s is none', async (_, wrong) => {
    notifier = notifierWith(async () => KEYS);
    expect(await notifier.notify({ ...subscriptionOf(phone), ...wrong }, HELLO, 'alice')).toBe('failed');
  });

  afterEach(() => {
    expect(service.asked).toBe(0);
    notifier = notifierWith(async () => KEYS);
  });
});

test('what is at no push service, or no more at one that is taken for one, is never asked', async () => {
  expect(await notify(HELLO, 'alice', other.device())).toBe('gone');
  expect(other.asked).toBe(0);
});

function verifying({ publicKey }: VapidKeys): KeyObject {
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: `${x}`, y: `${y}` } });
}
