/** The two numbers of a signature, each as many bytes as DER has of it: the shortest, with a sign in front where it needs one. */
export interface EcdsaSignature {
  readonly r: Uint8Array;
  readonly s: Uint8Array;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** From here on DER says in how many bytes the length is; a signature by P-256 is never so long. */
const LONG_FORM = 0x80;

/**
 * Reads `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279, 2.2.3), which is what authenticators sign with by ES256. In the bundles
 * it takes the place of a library for all of ASN.1, of 140 kB.
 * @throws Error for everything else
 */
export function readEcdsaSignature(der: Uint8Array): EcdsaSignature {
  const { value, rest: behind } = read(der, SEQUENCE);
  const { value: r, rest } = read(value, INTEGER);
  const { value: s, rest: more } = read(rest, INTEGER);
  if (behind.length > 0 || more.length > 0) throw new Error('There is more than a signature.');
  return { r, s };
}

function read(bytes: Uint8Array, tag: number): { value: Uint8Array; rest: Uint8Array } {
  const [found, length] = bytes;
  if (found !== tag || length === undefined || length === 0 || length >= LONG_FORM) {
    throw new Error('This is not a signature.');
  }
  const value = bytes.subarray(2, 2 + length);
  if (value.length < length) throw new Error('The signature is cut off.');
  return { value, rest: bytes.subarray(2 + length) };
}
