import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import {
  ASSUMED_MS,
  databaseRequest,
  logged,
  meterInvocation,
  pushed,
} from '../../../scripts/cost/invocation-meter.ts';
import { costOf, MILLION, NOTHING } from '../../../scripts/cost/usage.ts';

const ONE_READ = { reads: 1, writes: 0 };

/** A request to the database, which is metered as the client's middleware has it. */
async function ask() {
  const end = databaseRequest('GetItem');
  await wait(1);
  end?.(ONE_READ);
}

describe('an invocation', () => {
  test('has as many rounds as there are requests that wait for others, and takes as long', async () => {
    const { metered } = await meterInvocation('send-message', async () => {
      await Promise.all([ask(), ask(), ask()]);
      await ask();
      await Promise.all([pushed(100, 1, () => wait(1)), pushed(100, 1, () => wait(1))]);
    });
    expect(metered.databaseRounds).toBe(2);
    expect(metered.operations).toEqual({ GetItem: 4 });
    expect(metered.usage).toMatchObject({ readUnits: 4, pushes: 2, lambdaRequests: 1 });
    const ms = ASSUMED_MS.own + 2 * ASSUMED_MS.database + ASSUMED_MS.push;
    expect(metered.usage.lambdaGbSeconds).toBeCloseTo((ms / 1_000) * 0.5);
  });

  test('is billed for its lines, with what CloudWatch adds to each, and not for those of others', async () => {
    logged('{"level":"info"}');
    const { metered } = await meterInvocation('send-message', async () => logged('{"level":"info"}\n'));
    expect(metered.usage.logGb * 1_024 ** 3).toBeCloseTo(16 + 26);
  });

  test('at the same time as another does not get what that one uses', async () => {
    const runs = await Promise.all(
      [1, 2].map((n) => meterInvocation('ping', () => Promise.all(Array.from({ length: n }, ask)))),
    );
    expect(runs.map(({ metered }) => metered.usage.readUnits)).toEqual([1, 2]);
  });
});

test('the list of prices has one for each thing that is counted', () => {
  const kinds = Object.keys(NOTHING) as (keyof typeof NOTHING)[];
  for (const kind of kinds) expect(costOf({ ...NOTHING, [kind]: 1 })).toBeGreaterThan(0);
  expect(costOf({ ...NOTHING, frames: MILLION, answers: MILLION, pushes: MILLION })).toBeCloseTo(3);
  expect(costOf({ ...NOTHING, writeUnits: MILLION })).toBeCloseTo(0.625);
});
