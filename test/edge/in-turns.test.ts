import { afterEach, expect, jest, test } from '@jest/globals';
import { inTurns } from '../../lib/edge/in-turns.ts';

const MOST_AT_ONCE = 32;
const COME_AT_ONCE = 100;
const LONGEST_WAIT_MS = 5_000;

afterEach(() => {
  jest.useRealTimers();
});

/** Work that ends when it is told to. */
function work() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    endFirst: async () => {
      ends.shift()?.();
      await settled();
    },
    run: async (which: number) => {
      begun.push(which);
      await new Promise<void>((end) => ends.push(end));
      return which;
    },
  };
}

test('of all that come at once to one process, 32 are done, and the others in the order in which they came', async () => {
  const { begun, endFirst, run } = work();
  const inTurn = inTurns(run);
  const all = Promise.all(
    Array.from({ length: COME_AT_ONCE }, (_, each) => each).map((each) => inTurn(each)),
  );
  await settled();
  expect(begun).toHaveLength(MOST_AT_ONCE);
  await endFirst();
  expect(begun).toHaveLength(MOST_AT_ONCE + 1);

  for (let left = COME_AT_ONCE; left > 0; left -= 1) await endFirst();
  expect(await all).toEqual(begun);
  expect(begun).toEqual([...begun].sort((a, b) => a - b));
});

test('those that fail make room', async () => {
  const run = inTurns(async (fails: boolean) => {
    if (fails) throw new Error('It fails.');
    return 'went well';
  });
  const failed = await Promise.allSettled(Array.from({ length: COME_AT_ONCE }, () => run(true)));
  expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await run(false)).toBe('went well');
});

test('those whose turn does not come are refused as busy with nothing done, and what comes next is done', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const { begun, endFirst, run } = work();
  const doInTurn = inTurns(run);
  for (let each = 0; each < MOST_AT_ONCE; each += 1) void doInTurn(each);
  const refused = expect(doInTurn(MOST_AT_ONCE)).rejects.toMatchObject({ code: 'busy' });
  await jest.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
  await refused;
  await endFirst();
  expect(begun).toHaveLength(MOST_AT_ONCE);

  void doInTurn(MOST_AT_ONCE + 1);
  await settled();
  expect(begun.at(-1)).toBe(MOST_AT_ONCE + 1);
  expect(jest.getTimerCount()).toBe(0);
});

/** What is due without a timer has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
