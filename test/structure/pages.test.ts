import { expect, test } from '@jest/globals';
import { pageSizes } from '../../scripts/build/pages.ts';

const KILOBYTE = 1_000;
/** What a phone with a slow connection loads in half a second. */
const MAX_FIRST_LOAD_BYTES = 100 * KILOBYTE;

test('the pages load at most 100 kB, packed, before they show something', () => {
  const sizes = pageSizes();
  expect(sizes.some(({ name }) => name.endsWith('.js'))).toBe(true);
  expect(sizes.some(({ name }) => name.endsWith('.css'))).toBe(true);
  const all = sizes.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  expect(all).toBeLessThanOrEqual(MAX_FIRST_LOAD_BYTES);
});
