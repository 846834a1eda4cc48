import { createDecipheriv, createECDH, createHmac, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';

/** What a browser keeps of its own subscription, and reads what comes for it with. */
export interface PushDevice {
  /** As a page of ours would hand it to the server. */
  subscription(settings?: { hidesContent: boolean }): SubscribePushBody;
  /** @throws Error if it was not encrypted for this device, or not as RFC 8291 has it */
  decrypt(body: Buffer): string;
}

const SALT_BYTES = 16;
const RECORD_SIZE_BYTES = 4;
const TAG_BYTES = 16;
const LAST_RECORD = 2;

/** A device whose browser has an address at a push service. */
export function pushDevice(endpoint: string): PushDevice {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: ({ hidesContent } = { hidesContent: false }) => ({
      endpoint,
      keys: { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') },
      hidesContent,
    }),
    decrypt: (body) => decrypted(body, pair, auth),
  };
}

/** By RFC 8291 and RFC 8188, from their text: what encrypts is another's, and is held to it here. */
function decrypted(body: Buffer, pair: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, SALT_BYTES);
  const keyLengthAt = SALT_BYTES + RECORD_SIZE_BYTES;
  const recordAt = keyLengthAt + 1 + body.readUInt8(keyLengthAt);
  const senderKey = body.subarray(keyLengthAt + 1, recordAt);
  const record = body.subarray(recordAt);
  if (record.length > body.readUInt32BE(SALT_BYTES)) throw new Error('There is more than one record.');

  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), senderKey]);
  const shared = Buffer.from(hkdfSync('sha256', pair.computeSecret(senderKey), auth, info, 32));
  const prk = createHmac('sha256', salt).update(shared).digest();
  const expand = (label: string, bytes: number) =>
    createHmac('sha256', prk).update(`Content-Encoding: ${label}\0\x01`).digest().subarray(0, bytes);

  const decipher = createDecipheriv('aes-128-gcm', expand('aes128gcm', 16), expand('nonce', 12));
  decipher.setAuthTag(record.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== LAST_RECORD) throw new Error('The record does not say that it is the last.');
  return padded.subarray(0, end).toString('utf8');
}
