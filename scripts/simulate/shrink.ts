import type { Mutant } from './mutants/mutant.ts';
import type { Plan } from './plan.ts';
import { type Outcome, run } from './run.ts';

/** A failure that needs more runs than this to be made smaller is small enough. */
const MOST_RUNS = 300;

/** A smaller plan that breaks the same promise. */
export interface Shrunk {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly runs: number;
}

/**
 * Leaves out of a plan whatever it does not need to break the promise that it breaks first: halves of the actions and of
 * the faults, then quarters, down to each by itself, and over again for as long as that helps.
 */
export async function shrink(plan: Plan, outcome: Outcome, mutant?: Mutant): Promise<Shrunk> {
  const rule = outcome.violations[0]?.rule;
  let smallest = plan;
  let runs = 0;

  const stillBreaks = async (candidate: Plan): Promise<boolean> => {
    if (runs >= MOST_RUNS) return false;
    runs += 1;
    const { violations } = await run(candidate, mutant ? { mutant } : {});
    if (!violations.some((violation) => violation.rule === rule)) return false;
    smallest = candidate;
    return true;
  };

  for (let before: Plan | undefined; before !== smallest; ) {
    before = smallest;
    for (const part of ['faults', 'actions', 'tabs'] as const)
      await leaveOut(part, () => smallest, stillBreaks);
    if (smallest.outlastsSockets) await stillBreaks({ ...smallest, outlastsSockets: false });
  }
  const last = await run(smallest, { keepsHistory: true, ...(mutant && { mutant }) });
  return { plan: smallest, outcome: last, runs };
}

/** Leaves out pieces of a list, large ones first, of what is the smallest plan by then. */
async function leaveOut(
  part: 'faults' | 'actions' | 'tabs',
  smallest: () => Plan,
  stillBreaks: (candidate: Plan) => Promise<boolean>,
): Promise<void> {
  for (let size = Math.ceil(smallest()[part].length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < smallest()[part].length; ) {
      const plan = smallest();
      const candidate = { ...plan, [part]: plan[part].toSpliced(start, size) };
      if (candidate.tabs.length === 0 || !(await stillBreaks(candidate))) start += size;
    }
  }
}
