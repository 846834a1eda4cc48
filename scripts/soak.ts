import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPairs } from './bench/pairs.ts';
import { quantile } from './bench/quantile.ts';
import { sendSteadily } from './bench/send-steadily.ts';
import type { Talk } from './bench/talk.ts';
import { MODES, type Mode } from './chaos/systems.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { type Memory, megabytes, memoryOfParts, slopeOf } from './soak/memory.ts';
import { startSoaked } from './soak/systems.ts';

const MOST = { minutes: 600, rate: 500 };
const PAIRS = 25;
const BYTES = 256;
const SAMPLE_EVERY_S = 15;

/** Until then, whatever is loaded on demand and any work makes memory grow to what it needs; of a shorter soak, half of it. */
const SETTLED_AFTER_MS = 5 * 60_000;
const MOST_MB_PER_10_MINUTES = 5;

/** The database is an emulator's own matter: it keeps what it is given. */
const NOT_OURS = 'the database';

/** Within this, what a closed socket leaves behind is put away. */
const PUT_AWAY_AFTER_MS = 5_000;

interface Sample {
  readonly ms: number;
  readonly memory: Memory;
  readonly queued: number;
}

/** `npm run soak`: a steady load for a long time, and whether anything grows, fails or stays behind. */
await reportProblem(async () => {
  const { minutes, rate, modes } = askedFor();
  for (const mode of modes) await soak(mode, minutes, rate);
});

async function soak(mode: Mode, minutes: number, rate: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-soak-'));
  const system = await startSoaked(mode, folder);
  try {
    const pairs = await openPairs(system.address, PAIRS);
    const samples: Sample[] = [];
    const began = performance.now();
    const sent = await write(pairs, rate, minutes, async () => {
      const ms = performance.now() - began;
      samples.push({ ms, memory: await memoryOfParts(), queued: await system.queued() });
    });
    await Promise.all(pairs.map((pair) => pair.close()));
    await wait(PUT_AWAY_AFTER_MS);
    tell(mode, { ...sent, samples, errors: errorsIn(system.logFolder), leftOver: await system.leftOver() });
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Written {
  readonly sent: number;
  readonly delivered: number;
  readonly refused: readonly string[];
  readonly stored: readonly number[];
}

async function write(
  pairs: readonly Talk[],
  rate: number,
  minutes: number,
  sample: () => Promise<void>,
): Promise<Written> {
  const refused: string[] = [];
  const stored: number[] = [];
  let sent = 0;
  let delivered = 0;
  for (let left = minutes * 60; left > 0; left -= SAMPLE_EVERY_S) {
    const results = await sendSteadily(pairs, { rate, bytes: BYTES, seconds: SAMPLE_EVERY_S });
    sent += results.sent;
    delivered += results.delivered.length;
    for (const ms of results.stored) stored.push(ms);
    refused.push(...results.refused);
    await sample();
  }
  return { sent, delivered, refused, stored };
}

/** Lines of the logs that say that something went wrong which nobody had thought of. */
function errorsIn(logFolder: string): number {
  const logs = readdirSync(logFolder).map((name) => readFileSync(join(logFolder, name), 'utf8'));
  return logs.flatMap((log) => log.split('\n')).filter((line) => line.includes('"level":"error"')).length;
}

interface Soaked extends Written {
  readonly samples: readonly Sample[];
  readonly errors: number;
  readonly leftOver: number;
}

function tell(mode: Mode, { sent, delivered, refused, stored, samples, errors, leftOver }: Soaked): void {
  const lastMs = samples.at(-1)?.ms ?? 0;
  const settled = samples.filter(({ ms }) => ms >= Math.min(SETTLED_AFTER_MS, lastMs / 2));
  console.log(
    `\n${mode}: ${(lastMs / 60_000).toFixed(0)} minutes, load average ${loadavg()[1]?.toFixed(1)} on ${cpus().length} processors`,
  );
  console.log(
    `  delivered ${delivered} of ${sent}; send → stored p50 ${quantile(stored, 0.5).toFixed(1)}, p99 ${quantile(stored, 0.99).toFixed(1)} ms`,
  );
  let isSteep = false;
  for (const part of samples.at(-1)?.memory.keys() ?? []) {
    const of = settled.map(({ ms, memory }) => ({ ms, bytes: memory.get(part) ?? 0 }));
    const slope = slopeOf(of);
    const last = megabytes(of.at(-1)?.bytes ?? 0);
    console.log(
      `  ${part.padEnd(18)} ${last.padStart(7)}, ${slope >= 0 ? '+' : ''}${slope.toFixed(1)} MB per 10 minutes`,
    );
    isSteep ||= part !== NOT_OURS && slope > MOST_MB_PER_10_MINUTES;
  }
  console.log(
    `  queue at most      ${Math.max(...samples.map(({ queued }) => queued))}, in the end ${samples.at(-1)?.queued}`,
  );
  console.log(
    `  errors             ${errors} in the logs, ${refused.length} of what was sent${refused.slice(0, 1).map((each) => `: ${each}`)}`,
  );
  console.log(`  left behind        ${leftOver} connections, watches and tickets`);
  if (isSteep || errors + refused.length + leftOver > 0 || delivered < sent) process.exitCode = 1;
}

function askedFor(): { minutes: number; rate: number; modes: readonly Mode[] } {
  const { minutes, rate, mode } = parseArguments(
    process.argv.slice(2),
    {
      minutes: { type: 'string', default: '30' },
      /** Messages a second. */
      rate: { type: 'string', default: '50' },
      mode: { type: 'string' },
    },
    '--minutes <number>, --rate <messages a second>, --mode local or redis (both, one after the other, if left out)',
  );
  const modes = MODES.filter((each) => mode === undefined || each === mode);
  if (modes.length === 0) throw new LocalProblem('--mode is local or redis.');
  return {
    modes,
    minutes: wholeNumber(1, MOST.minutes, 'minutes', minutes),
    rate: wholeNumber(1, MOST.rate, 'rate', rate),
  };
}
