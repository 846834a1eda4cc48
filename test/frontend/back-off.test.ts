import { expect, test } from '@jest/globals';
import { backOffMs } from '../../frontend/net/back-off.ts';

test('the first try is at once, the next ones are spread over ever longer times', () => {
  const almost = () => 0.999;
  expect([0, 1, 2, 3, 4].map((failures) => Math.round(backOffMs(failures, almost) / 0.999))).toEqual([
    0, 500, 1_000, 2_000, 4_000,
  ]);
});

test('however long something was down, nobody waits for more than 4 seconds when it is back', () => {
  for (const failures of [5, 50, 5_000]) {
    expect(backOffMs(failures, () => 0.999)).toBeLessThan(4_000);
    expect(backOffMs(failures, () => 0)).toBe(0);
  }
});
