import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPairs } from './bench/pairs.ts';
import { quantile } from './bench/quantile.ts';
import { sendSteadily } from './bench/send-steadily.ts';
import { HIGH_LIMITS } from './local/limits.ts';
import { LocalProblem } from './local/problem.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { startSystem } from './local/system.ts';
import { startRedisSystem } from './redis/system.ts';

/** Load is for this machine alone, and never without an end. */
const MOST = { sockets: 500, rate: 2_000, bytes: 4_000, seconds: 300 };
const WARM_UP_S = 5;

/** `npm run bench`: people in pairs who write to each other at a steady rate, on a system of its own. */
await reportProblem(async () => {
  const { load, workers, profile } = askedFor();
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  const system = await startBenched(folder, workers, profile);
  try {
    const pairs = await step('Signing people up', () => openPairs(system.address, load.sockets / 2));
    await step('Warming up', () => sendSteadily(pairs, { ...load, seconds: WARM_UP_S }));
    const results = await step('Measuring', () => sendSteadily(pairs, load));
    await Promise.all(pairs.map((pair) => pair.close()));
    print(load, system.description, results);
    if (results.delivered.length < results.sent) process.exitCode = 1;
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Load = Record<keyof typeof MOST, number>;

/** What is measured. */
interface Benched {
  readonly address: string;
  readonly description: string;
  stop(): Promise<void>;
}

/** @param workers those of Redis mode; without it, the functions run as `npm start` runs them */
async function startBenched(
  folder: string,
  workers: number | undefined,
  profile: string | undefined,
): Promise<Benched> {
  const options = {
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    // Sign-ups are not what is measured.
    env: { PASSWORD_COST: '4', LIMITS: HIGH_LIMITS },
    step,
  };
  if (workers === undefined) {
    const system = await startSystem({ ...options, pages: 'none' });
    return { ...system, description: system.dynamodb.program };
  }
  const nodeArgs = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', resolve(profile)];
  const system = await startRedisSystem({ ...options, workers, interfaces: 1, nodeArgs });
  const description = `Redis mode with ${workers} workers, ${system.dynamodb.program}`;
  return { address: system.addresses[0] ?? '', description, stop: system.stop };
}

function askedFor(): { load: Load; workers: number | undefined; profile: string | undefined } {
  const { values } = parseArgs({
    options: {
      /** In Redis mode, with so many. */
      workers: { type: 'string' },
      /** A folder for a CPU profile of each process of Redis mode. */
      profile: { type: 'string' },
      sockets: { type: 'string', default: '50' },
      rate: { type: 'string', default: '100' },
      bytes: { type: 'string', default: '256' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const { workers, profile, ...asked } = values;
  const load = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, Number(value)]),
  ) as Load;
  for (const [name, most] of Object.entries(MOST) as [keyof Load, number][]) {
    if (!Number.isInteger(load[name]) || load[name] < 1 || load[name] > most) {
      throw new LocalProblem(`--${name} is a whole number from 1 to ${most}.`);
    }
  }
  if (load.sockets % 2 === 1) throw new LocalProblem('--sockets is an even number: people write in pairs.');
  if (workers !== undefined && !/^([1-9]|1[0-6])$/.test(workers)) {
    throw new LocalProblem('--workers is a whole number from 1 to 16.');
  }
  return { load, profile, workers: workers === undefined ? undefined : Number(workers) };
}

function print(load: Load, description: string, results: Awaited<ReturnType<typeof sendSteadily>>): void {
  const [cpu] = cpus();
  const share = ((100 * results.delivered.length) / results.sent).toFixed(2);
  console.log(`
${load.sockets} sockets, ${load.rate} messages/s, ${load.bytes} bytes, ${load.seconds} s after ${WARM_UP_S} s of warm-up, ${description}
${cpus().length} × ${cpu?.model.trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; clients on the same machine

  sent       ${results.sent}
  delivered  ${results.delivered.length} (${share} %)

  ms                 p50     p90     p99     max
  send → stored   ${row(results.stored)}
  send → delivered${row(results.delivered)}
`);
}

function row(milliseconds: readonly number[]): string {
  return [0.5, 0.9, 0.99, 1].map((q) => quantile(milliseconds, q).toFixed(1).padStart(8)).join('');
}
