import type { Mutant } from './mutants/mutant.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan-of.ts';
import { type Outcome, run } from './run.ts';

/** A run in which a promise was not kept. */
export interface Found {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** How many runs it took. */
  readonly runs: number;
}

/** Runs one seed after the other until a promise is not kept. */
export async function find(
  firstSeed: number,
  runs: number,
  { mutant, onRun }: { mutant?: Mutant; onRun?: (outcome: Outcome) => void } = {},
): Promise<Found | undefined> {
  for (let i = 0; i < runs; i += 1) {
    const plan = planOf(firstSeed + i);
    const outcome = await run(plan, mutant ? { mutant } : {});
    onRun?.(outcome);
    if (outcome.violations.length > 0) return { plan, outcome, runs: i + 1 };
  }
  return undefined;
}
