import { describe, expect, test } from '@jest/globals';
import { codeOf, stepAt, stepWith } from '../../lib/passwords/totp.ts';

/** Of RFC 6238, appendix B: the secret for SHA-1. */
const SECRET = Buffer.from('12345678901234567890');

/** Its table has eight digits; six are the last ones of them (RFC 4226, 5.3). */
const VECTORS: readonly [seconds: number, eight: string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

/** Of RFC 4226, appendix D. */
const COUNTED = [
  ...['755224', '287082', '359152', '969429', '338314'],
  ...['254676', '287922', '162583', '399871', '520489'],
];

describe('a one-time code', () => {
  test.each(VECTORS)('at %d s is that of RFC 6238', (seconds, eight) => {
    expect(codeOf(SECRET, stepAt(seconds * 1_000))).toBe(eight.slice(-6));
  });

  test('is that of RFC 4226 for each step', () => {
    expect(COUNTED.map((_, step) => codeOf(SECRET, step))).toEqual(COUNTED);
  });

  test('is known by its step now, just before and just after, and at no other time', () => {
    const step = 37_037_037;
    const code = codeOf(SECRET, step);
    const at = (steps: number) => stepWith(SECRET, code, (step + steps) * 30_000);
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([undefined, step, step, step, undefined]);
    // To the millisecond.
    expect(stepWith(SECRET, code, (step + 2) * 30_000 - 1)).toBe(step);
    expect(stepWith(SECRET, code, (step - 1) * 30_000 - 1)).toBeUndefined();
  });

  test.each(['', '1', '12345', '1234567', 'abcdef'])('is not %j', (code) => {
    expect(stepWith(SECRET, code, 59_000)).toBeUndefined();
  });
});
