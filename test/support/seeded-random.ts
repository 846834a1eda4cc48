import type { Random } from '../../lib/chat/ports.ts';

const TWO_TO_THE_32 = 2 ** 32;

/** The same sequence for the same seed: mulberry32, which is small and even enough for tests. */
export function seededFraction(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_THE_32;
  };
}

/** Secrets that are only different from each other, and bytes from a seed. */
export function seededRandom(seed = 1): Random {
  let secrets = 0;
  const byte = seededFraction(seed + 1);
  return {
    secret() {
      secrets += 1;
      return `${secrets}-${seed}-a-secret`;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => byte() * 256),
  };
}
