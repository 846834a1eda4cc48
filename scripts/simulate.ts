import { parseArguments, wholeNumber } from './local/arguments.ts';
import { reportProblem } from './local/report-problem.ts';
import { type Found, find } from './simulate/find.ts';
import { MUTANTS } from './simulate/mutants/all.ts';
import type { Mutant } from './simulate/mutants/mutant.ts';
import { reportOf } from './simulate/report.ts';
import { shrink } from './simulate/shrink.ts';

const MOST_RUNS = 1_000_000;

/** How many runs may go by until a mutant is found. */
const RUNS_FOR_A_MUTANT = 100;

/** A sign of life after so many runs. */
const RUNS_PER_LINE = 500;

/** `npm run simulate`: the chat with all that can go wrong, from a seed; docs/delivery.md says what it promises. */
await reportProblem(async () => {
  const { runs, seed, mutants } = askedFor();
  if (mutants) return findMutants(seed);
  let done = 0;
  let happened = 0;
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1_000).toFixed(1);
  const onRun = (outcome: Found['outcome']) => {
    done += 1;
    happened += outcome.happened;
    if (done % RUNS_PER_LINE === 0) console.log(`  ${done} runs, ${seconds()} s`);
  };
  const found = await find(seed, runs, { onRun });
  console.log(`${done} runs from seed ${seed}, ${happened} events, ${seconds()} s`);
  if (found) await tell(found);
});

/** Looks whether the simulator finds each of the mistakes that it should. */
async function findMutants(seed: number): Promise<void> {
  for (const mutant of MUTANTS) {
    const found = await find(seed, RUNS_FOR_A_MUTANT, { mutant });
    const [first] = found?.outcome.violations ?? [];
    console.log(`  ${mutant.name}: ${found ? `run ${found.runs}, ${first?.rule}` : 'not found'}`);
    if (!found) process.exitCode = 1;
  }
}

async function tell({ plan, outcome }: Found, mutant?: Mutant): Promise<void> {
  process.exitCode = 1;
  console.log(`Seed ${plan.seed} breaks a promise: ${outcome.violations[0]?.rule}. Making it smaller …`);
  const shrunk = await shrink(plan, outcome, mutant);
  console.log(`\n${reportOf(shrunk.plan, shrunk.outcome)}`);
  console.log(`\nThe whole of it again: npm run simulate -- --seed ${plan.seed}`);
}

function askedFor(): { runs: number; seed: number; mutants: boolean } {
  const { runs, seed, mutants } = parseArguments(
    process.argv.slice(2),
    {
      /** How many, of as many seeds from the first one on. */
      runs: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      /** Looks for the planted mistakes in place of those that nobody knows of. */
      mutants: { type: 'boolean', default: false },
    },
    '--runs <number>, --seed <number>, --mutants',
  );
  return {
    runs: wholeNumber(1, MOST_RUNS, 'runs', runs),
    seed: wholeNumber(0, Number.MAX_SAFE_INTEGER, 'seed', seed),
    mutants,
  };
}
