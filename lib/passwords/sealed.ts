import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Pepper } from './peppers.ts';

/** What has to be read again, and so can't be hashed, encrypted by a key that is not beside it in the table. */

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D, 5.2.1.1: what GCM is made for. A key seals far less than the 2^32 that random ones are good for. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The pepper's version, then nonce, tag and what is sealed, in base64url. */
const SEALED = /^p([1-9]\d{0,5}):([A-Za-z0-9_-]+)$/;

/**
 * @param what for which it is, a constant: each has a key of its own
 * @param whose it can be opened with no other
 */
export function seal(pepper: Pepper, what: string, whose: string, plain: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(pepper, what), nonce).setAAD(Buffer.from(whose));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const bytes = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  return `p${pepper.version}:${bytes.toString('base64url')}`;
}

/** The version of the pepper that it was sealed with. @throws Error for what was never sealed */
export function sealedWith(sealed: string): number {
  return Number(partsOf(sealed).version);
}

/** @throws Error for what was not sealed with that pepper, for that, for them, or was changed since */
export function unseal(pepper: Pepper, what: string, whose: string, sealed: string): Uint8Array {
  const bytes = Buffer.from(partsOf(sealed).encoded, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(pepper, what), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(whose))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function partsOf(sealed: string) {
  const [, version, encoded] = SEALED.exec(sealed) ?? [];
  if (!version || !encoded) throw new Error('This was not sealed here.');
  return { version, encoded };
}

/** The pepper itself goes into hashes of passwords, and into nothing else (RFC 5869). */
function keyOf({ secret }: Pepper, what: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', what, KEY_BYTES));
}
