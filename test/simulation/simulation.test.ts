import { expect, jest, test } from '@jest/globals';
import { find } from '../../scripts/simulate/find.ts';
import { MUTANTS } from '../../scripts/simulate/mutants/all.ts';
import { planOf } from '../../scripts/simulate/plan-of.ts';
import { reportOf } from '../../scripts/simulate/report.ts';
import { run } from '../../scripts/simulate/run.ts';
import { shrink } from '../../scripts/simulate/shrink.ts';

jest.setTimeout(300_000);

/** As many as take some ten seconds; `npm run simulate` does more. */
const RUNS = 40;

/** The mutants have seeds of their own, so that they are not found by chance alone in those above. */
const FIRST_SEED_OF_MUTANTS = 1_000;

/** How many runs may go by until a mutant is found: most are by the second, and the rarest once in a hundred. */
const RUNS_FOR_A_MUTANT = 200;

test('nothing that is answered is lost, doubled or out of order, whatever breaks', async () => {
  const found = await find(1, RUNS);
  expect(found && reportOf(found.plan, (await shrink(found.plan, found.outcome)).outcome)).toBeUndefined();
});

test('the same seed has the same things happen at the same times', async () => {
  for (const seed of [3, 33]) {
    const [one, other] = [await run(planOf(seed)), await run(planOf(seed))];
    expect(one.happened).toBeGreaterThan(500);
    expect(other).toEqual(one);
    expect((await run(planOf(seed + 1))).hash).not.toBe(one.hash);
  }
});

test.each(MUTANTS)(`a chat that $name is found in at most ${RUNS_FOR_A_MUTANT} runs`, async (mutant) => {
  expect(await find(FIRST_SEED_OF_MUTANTS, RUNS_FOR_A_MUTANT, { mutant })).toBeDefined();
});

test('what is found is made smaller', async () => {
  const [mutant] = MUTANTS.filter(({ name }) => name.startsWith('answers before'));
  const found = await find(FIRST_SEED_OF_MUTANTS, 1, mutant && { mutant });
  if (!found) throw new Error('It is not found any more.');
  // One that needs no more than what everybody writes in the end.
  const violations = found.outcome.violations.filter(({ rule }) => rule === 'what is answered is in the log');
  const { plan, outcome } = await shrink(found.plan, { ...found.outcome, violations }, mutant);
  expect(outcome.violations.map(({ rule }) => rule)).toContain('what is answered is in the log');
  expect([plan.faults, plan.actions]).toEqual([[], []]);
});
