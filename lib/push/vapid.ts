import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** By which push services know a server (RFC 8292): a pair of P-256, raw, in base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** RFC 8292 allows a day at most; a token is made for each request. */
const LIFETIME_S = 12 * 60 * 60;

/** A raw public key is a byte that says so, and two coordinates of this length. */
const COORDINATE_BYTES = 32;

/**
 * The Authorization header of a request to a push service, good for that service alone.
 *
 * Signed by Node itself: what web-push does it with brings 60 kB into a bundle.
 * @param subject whom the service may turn to: an address of `https:` or `mailto:`
 */
export function vapidAuthorization(
  keys: VapidKeys,
  { endpoint, subject, now }: { endpoint: string; subject: string; now: number },
): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1_000) + LIFETIME_S, sub: subject };
  const unsigned = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  // The two numbers of the signature one after the other, as a JWT has them, and not in DER.
  const signature = sign('sha256', Buffer.from(unsigned), {
    key: signingKey(keys),
    dsaEncoding: 'ieee-p1363',
  });
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

function signingKey({ publicKey, privateKey }: VapidKeys): KeyObject {
  const point = Buffer.from(publicKey, 'base64url').subarray(1);
  const x = point.subarray(0, COORDINATE_BYTES).toString('base64url');
  const y = point.subarray(COORDINATE_BYTES).toString('base64url');
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d: privateKey } });
}
