import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238, with what the apps that people have take for granted: SHA-1, 30 seconds, six digits. */

const STEP_MS = 30_000;
const DIGITS = 6;

/** A clock may be off by as much, and typing takes a while (RFC 6238, 5.2). */
const STEPS_AROUND = 1;

/** The step of time that a moment is in. @param now ms since 1970 */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** The code of a step: HOTP of its number (RFC 4226, 5.3). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Which step around a moment has this code, the latest first; undefined if none has. */
export function stepWith(secret: Uint8Array, code: string, now: number): number | undefined {
  const middle = stepAt(now);
  for (let step = middle + STEPS_AROUND; step >= middle - STEPS_AROUND; step -= 1) {
    const expected = Buffer.from(codeOf(secret, step));
    const given = Buffer.from(code);
    if (given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return undefined;
}
