import { createECDH } from 'node:crypto';
import type { VapidKeys } from '../../lib/push/vapid.ts';

const CURVE = 'prime256v1';
const PRIVATE_KEY_BYTES = 32;

/** A pair by which push services know a server. */
export function newPushKeys(): VapidKeys {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  // Of one in 256 the first byte is zero, and left out.
  const privateKey = Buffer.alloc(PRIVATE_KEY_BYTES);
  const bytes = pair.getPrivateKey();
  bytes.copy(privateKey, PRIVATE_KEY_BYTES - bytes.length);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}

/** The other half. */
export function publicKeyOf(privateKey: string): string {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(privateKey, 'base64url');
  return pair.getPublicKey('base64url');
}

/** As the functions are told them. */
export function vapidKeysSetting({ publicKey, privateKey }: VapidKeys): string {
  return `${publicKey}:${privateKey}`;
}
