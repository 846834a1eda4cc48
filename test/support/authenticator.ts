import { BASE32 } from '../../lib/chat/accounts/base32.ts';
import { codeOf, stepAt } from '../../lib/passwords/totp.ts';

const STEP_MS = 30_000;

/** What an app shows that has been given a secret. @param now ms since 1970 */
export function codeInApp(secret: string, now: number): string {
  return codeOf(bytesOf(secret), stepAt(now));
}

/** A code that is none of those that are good for a secret around a time. */
export function wrongCodeFor(secret: string, now: number): string {
  const good = [-1, 0, 1].map((steps) => codeInApp(secret, now + steps * STEP_MS));
  return ['111111', '222222', '333333', '444444'].find((code) => !good.includes(code)) ?? '';
}

/** base32 (RFC 4648) the other way. */
function bytesOf(secret: string): Uint8Array {
  const bits = [...secret]
    .map((character) => BASE32.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
