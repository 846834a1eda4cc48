import { fuzz } from './fuzz/fuzz.ts';
import { fuzzInterface } from './fuzz/interface.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { reportProblem } from './local/report-problem.ts';

const MOST = 10_000_000;

/** Of so many one goes to an interface server of Redis mode, as bytes of our own choice: each takes as long as ten others. */
const OF_THE_INTERFACE_SHARE = 0.1;

/** More than this much is not what inputs leave behind by chance. */
const MOST_GROWTH = 0.1;

/** `npm run fuzz`: everything that a client could send, and a good deal that none would, to every handler. */
await reportProblem(async () => {
  const { count, seed } = askedFor();
  const began = performance.now();
  const { faults, heap } = await fuzz(seed, count);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const growth = growthOf(heap);
  console.log(`${count} inputs of seed ${seed}, ${seconds} s; heap ${percent(growth)}`);
  for (const { number, input, what } of faults) {
    console.log(`\nInput ${number}: ${what}\n${JSON.stringify(input)}`);
  }
  if (faults.length > 0 || growth > MOST_GROWTH) process.exitCode = 1;

  const frames = Math.ceil(count * OF_THE_INTERFACE_SHARE);
  const interfaced = await fuzzInterface(seed, frames);
  const { connections } = interfaced;
  console.log(
    `${frames} frames over ${connections} connections to an interface server; memory ${percent(interfaced.growth)}`,
  );
  for (const what of interfaced.faults) console.log(`\n${what}`);
  if (interfaced.faults.length > 0 || interfaced.growth > MOST_GROWTH) process.exitCode = 1;
});

/** From when what is loaded on demand was, to the end. */
function growthOf(heap: readonly number[]): number {
  const [first = 1] = heap.slice(1);
  return (heap.at(-1) ?? first) / first - 1;
}

function percent(share: number): string {
  return `${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %`;
}

function askedFor(): { count: number; seed: number } {
  const { count, seed } = parseArguments(
    process.argv.slice(2),
    {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
    '--count <number>, --seed <number>',
  );
  return {
    count: wholeNumber(1, MOST, 'count', count),
    seed: wholeNumber(0, 1_000_000, 'seed', seed),
  };
}
