import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEcdsaSignature } from '../../scripts/build/ecdsa-signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const BYTES_OF_NUMBER = 32;
/** Enough for numbers that are shorter than others, which one in 128 is, and for a sign before every second. */
const SIGNATURES = 600;

/** As many bytes as WebCrypto has for each. */
function padded(number: Uint8Array): Buffer {
  const significant = Buffer.from(number.filter((byte, i) => byte !== 0 || number.slice(0, i).some(Boolean)));
  return Buffer.concat([Buffer.alloc(BYTES_OF_NUMBER - significant.length), significant]);
}

function integer(magnitude: Uint8Array): Buffer {
  const [first = 0] = magnitude;
  const value = first >= 0x80 ? Buffer.from([0, ...magnitude]) : Buffer.from(magnitude);
  return Buffer.concat([Buffer.from([0x02, value.length]), value]);
}

function der(r: Uint8Array, s: Uint8Array): Buffer {
  const numbers = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, numbers.length]), numbers]);
}

describe('what the bundles read of a signature', () => {
  test('is what was signed, of many that are real', () => {
    const data = Buffer.from('what a passkey signs');
    const lengths = new Set<number>();
    for (let i = 0; i < SIGNATURES; i += 1) {
      const signature = sign('sha256', data, privateKey);
      lengths.add(signature.length);
      const { r, s } = readEcdsaSignature(signature);
      const both = Buffer.concat([padded(r), padded(s)]);
      expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, both)).toBe(true);
    }
    expect(lengths.size).toBeGreaterThan(2);
  });

  test('is both numbers, whatever they are', () => {
    const number = fc.uint8Array({ minLength: 1, maxLength: BYTES_OF_NUMBER });
    fc.assert(
      fc.property(number, number, (r, s) => {
        const read = readEcdsaSignature(der(r, s));
        expect([padded(read.r), padded(read.s)]).toEqual([padded(r), padded(s)]);
      }),
    );
  });

  test('is nothing where it is cut off, longer, or no signature', () => {
    const signature = der(new Uint8Array(32).fill(7), new Uint8Array(32).fill(200));
    for (let length = 0; length < signature.length; length += 1) {
      expect(() => readEcdsaSignature(signature.subarray(0, length))).toThrow();
    }
    expect(() => readEcdsaSignature(Buffer.concat([signature, Buffer.from([0])]))).toThrow();
    expect(() => readEcdsaSignature(der(new Uint8Array(0), new Uint8Array(1)))).toThrow();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        // Whatever it is, it ends, and nothing but an error comes of it, or two numbers.
        try {
          const { r, s } = readEcdsaSignature(bytes);
          expect(r.length + s.length + 6).toBe(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
