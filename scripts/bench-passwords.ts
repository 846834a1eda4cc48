import { bcryptPasswords } from '../lib/passwords/bcrypt.ts';
import { peppersIn } from '../lib/passwords/peppers.ts';
import { machine, table, tell } from './bench/section.ts';
import { reportProblem } from './local/report-problem.ts';
import { newPepper } from './local/secret.ts';

const COSTS = [8, 9, 10, 11, 12, 13];
const TIMES = 5;
const MICROSECONDS = 1_000;

/** `npm run bench:passwords`: what a log-in costs of the processor, by the cost that `PASSWORD_COST` can be set to. */
await reportProblem(async () => {
  const peppers = peppersIn(newPepper());
  const rows: string[][] = [];
  for (const cost of COSTS) {
    const passwords = bcryptPasswords({ cost, peppers: async () => peppers });
    let hash = '';
    const hashing = await processorMs(async () => {
      hash = await passwords.hash('correct horse battery staple');
    });
    const comparing = await processorMs(() => passwords.matches('another password', hash));
    rows.push([`${cost}`, hashing.toFixed(0), comparing.toFixed(0)]);
  }
  tell(`The processor's time alone, in ms; ${machine()}.

${table(['`PASSWORD_COST`', 'to hash', 'to compare'], rows)}
`);
});

/** The least of several times, of this process alone: what else the machine does is not in it. */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / MICROSECONDS);
  }
  return Math.min(...times);
}
