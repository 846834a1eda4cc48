import { createHash } from 'node:crypto';
import { encrypt } from 'web-push/src/encryption-helper.js';
import type { PushOutcome } from '../chat/connection-ports.ts';
import type { Notifier, PushServices, PushSubscription } from '../chat/notification-ports.ts';
import type { PushMessage } from '../protocol/push-message.ts';
import { type VapidKeys, vapidAuthorization } from './vapid.ts';

/** A push service answers in some 100 ms. Who sends a message waits for it, so one that takes longer is given up on. */
const NOTIFY_TIMEOUT_MS = 1_000;

/** Once more after a broken connection or a 5xx, within the same timeout: Lambda freezes those that are kept open. */
const MAX_ATTEMPTS = 2;

/** How long a push service keeps it for a device that is off; of each conversation that is one message, the last. */
const TIME_TO_LIVE_S = 7 * 24 * 60 * 60;

const CONTENT_ENCODING = 'aes128gcm';

/** What RFC 8030 allows for a topic, in base64url. */
const TOPIC_CHARACTERS = 32;

export interface WebPushSettings {
  readonly keys: () => Promise<VapidKeys>;
  /** Whom a push service may turn to: an address of `https:` or `mailto:`. */
  readonly subject: string;
  /** No others are ever asked, whatever is in the store. */
  readonly services: PushServices;
}

/** Notifies by the push services of the browsers: encrypted (RFC 8291), signed (RFC 8292), by one request (RFC 8030). */
export function webPushNotifier({ keys, subject, services }: WebPushSettings): Notifier {
  return {
    async notify(device, message, topic) {
      if (!services.has(device.endpoint)) return 'gone';
      const signal = AbortSignal.timeout(NOTIFY_TIMEOUT_MS);
      try {
        const vapidKeys = await Promise.race([keys(), aborted(signal)]);
        const { endpoint } = device;
        const authorization = vapidAuthorization(vapidKeys, { endpoint, subject, now: Date.now() });
        return outcomeOf(await post(device, message, { authorization, topic, signal }));
      } catch {
        return 'failed';
      }
    },
  };
}

interface PostOptions {
  readonly authorization: string;
  readonly topic: string;
  readonly signal: AbortSignal;
}

/** The status of the answer. */
async function post(device: PushSubscription, message: PushMessage, options: PostOptions): Promise<number> {
  const { endpoint, p256dh, auth } = device;
  const { cipherText } = encrypt(p256dh, auth, JSON.stringify(message), CONTENT_ENCODING);
  const request: RequestInit = {
    method: 'POST',
    headers: {
      authorization: options.authorization,
      'content-encoding': CONTENT_ENCODING,
      'content-type': 'application/octet-stream',
      ttl: `${TIME_TO_LIVE_S}`,
      // Somebody has written: worth waking a phone that sleeps.
      urgency: 'high',
      topic: opaqueTopic(device, options.topic),
    },
    body: new Uint8Array(cipherText),
    // To wherever that is, it would be another host's word for where the server sends requests.
    redirect: 'manual',
    signal: options.signal,
  };
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === MAX_ATTEMPTS;
    try {
      const response = await fetch(endpoint, request);
      await response.body?.cancel();
      if (response.status < 500 || isLast) return response.status;
    } catch (error) {
      if (isLast || options.signal.aborted) throw error;
    }
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  return status === 404 || status === 410 ? 'gone' : 'failed';
}

/** The same for the same device and topic, and nothing to the push service, which does not know the device's secret. */
function opaqueTopic({ auth }: PushSubscription, topic: string): string {
  const hash = createHash('sha256').update(`${auth}:${topic}`).digest('base64url');
  return hash.slice(0, TOPIC_CHARACTERS);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
