import { expect, test } from '@jest/globals';
import { inWords } from '../../frontend/parts/in-words.ts';

test.each([
  [1_000, 'in 1 second'],
  [59_000, 'in 59 seconds'],
  [61_000, 'in 2 minutes'],
  [15 * 60_000, 'in 15 minutes'],
  [72 * 60_000, 'in 2 hours'],
  [-5_000, 'in 1 second'],
])('%i ms from now is %s', (ms, words) => {
  expect(inWords(Date.now() + ms)).toBe(words);
});
