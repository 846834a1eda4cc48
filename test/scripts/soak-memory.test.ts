import { expect, test } from '@jest/globals';
import { memoryOfParts, slopeOf } from '../../scripts/soak/memory.ts';

const MEGABYTE = 1024 * 1024;
const MINUTE_MS = 60_000;

test('memory that grows by a megabyte in each minute grows by ten in ten', () => {
  const samples = Array.from({ length: 20 }, (_, i) => ({ ms: i * MINUTE_MS, bytes: (100 + i) * MEGABYTE }));
  expect(slopeOf(samples)).toBeCloseTo(10);
});

test('memory that goes up and down stays as it is', () => {
  const samples = Array.from({ length: 21 }, (_, i) => ({
    ms: i * MINUTE_MS,
    bytes: (100 + (i % 2)) * MEGABYTE,
  }));
  expect(Math.abs(slopeOf(samples))).toBeLessThan(0.5);
  expect(slopeOf(samples.slice(0, 1))).toBe(0);
});

test('only parts of a chat that this process has started are counted', async () => {
  expect([...(await memoryOfParts()).keys()]).toEqual([]);
});
