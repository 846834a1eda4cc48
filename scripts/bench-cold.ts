import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { largeParts, REASONS } from './bench/bundle-parts.ts';
import { quantile } from './bench/quantile.ts';
import { machine, table, tell } from './bench/section.ts';
import { type Bundle, buildFunctions, bundles, FUNCTIONS_FOLDER } from './build/functions.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { step } from './local/progress.ts';
import { newPushKeys, vapidKeysSetting } from './local/push-keys.ts';
import { reportProblem } from './local/report-problem.ts';
import { tableEnvironment } from './local/tables.ts';

const LOADER = fileURLToPath(new URL('bench/load-module.mjs', import.meta.url));
const MOST_PROCESSES = 101;
const KILOBYTE = 1_000;

/** What a function may take longer than one that is empty; nothing fails by it, as it is a time. */
const AIM_MS = 45;

/** What the functions look at while they are loaded. */
const environment = {
  ...tableEnvironment('prod'),
  STAGE: 'prod',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  ALLOWED_ORIGINS: 'https://chat.example',
  CONNECTIONS_ENDPOINT: 'https://sockets.example/prod',
  SOCKET_URL: 'wss://sockets.example/prod',
  SESSION_SECRET: 'a secret of 32 bytes, or some more',
  PASSWORD_PEPPER: '1:a pepper of 32 bytes, or some more',
  VAPID_KEYS: vapidKeysSetting(newPushKeys()),
  COOKIE_SECURE: 'true',
  PASSWORD_COST: '10',
};

/** `npm run bench:cold`: how long each function takes to load in a new process, against an empty one. */
await reportProblem(async () => {
  const processes = askedFor();
  await step('Building the functions', buildFunctions);
  const folder = mkdtempSync(join(tmpdir(), 'chat-cold-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => {};\n');
  try {
    const took = await step('Loading', () => loadInTurns(empty, bundles(), processes));
    tell(section(bundles(), took, processes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Load {
  readonly ms: number;
  /** The processor's time, which a busy machine lengthens less. */
  readonly cpuMs: number;
}

/** By the name of the bundle, and by '' for the empty function. */
type Took = ReadonlyMap<string, readonly Load[]>;

/** One after the other, all of them once in each round: whatever else the machine does in a while then hits all alike. */
async function loadInTurns(empty: string, all: readonly Bundle[], rounds: number): Promise<Took> {
  const files = new Map([
    ['', empty],
    ...all.map(({ name }) => [name, join(FUNCTIONS_FOLDER, name)] as const),
  ]);
  const took = new Map([...files.keys()].map((name) => [name, [] as Load[]]));
  // The first one finds the files cold, which is the disk's doing.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, file] of files) {
      const loaded = await load(file);
      if (round >= 0) took.get(name)?.push(loaded);
    }
  }
  return took;
}

async function load(file: string): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [LOADER, file], { env: environment });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Load;
}

function section(all: readonly Bundle[], took: Took, processes: number): string {
  const median = (name: string, of: keyof Load = 'ms') =>
    quantile(
      (took.get(name) ?? []).map((load) => load[of]),
      0.5,
    );
  const over = (name: string) => median(name) - median('');
  const slowest = all.toSorted((one, other) => over(other.name) - over(one.name));
  const rows = slowest.map(({ name, bytes, gzipBytes }) => [
    `\`${name.replace('.mjs', '')}\``,
    kilobytes(bytes),
    kilobytes(gzipBytes),
    median(name).toFixed(1),
    over(name).toFixed(1),
    (median(name, 'cpuMs') - median('', 'cpuMs')).toFixed(1),
  ]);
  const parts = new Map<string, number>();
  for (const bundle of all) {
    for (const [part, bytes] of largeParts(bundle)) parts.set(part, Math.max(parts.get(part) ?? 0, bytes));
  }
  const largest = [...parts].toSorted(([, one], [, other]) => other - one);
  const within = slowest.filter(({ name }) => over(name) <= AIM_MS).length;
  return `Median of ${processes} new processes each, in turns; ${machine()}. An empty function takes ${median('').toFixed(1)} ms. ${within} of ${all.length} take at most ${AIM_MS} ms more.

${table(['', 'kB', 'kB packed', 'ms to load', 'ms over empty', 'of the processor'], rows)}

What is in them, by the most that is in any:

${table(
  ['', 'kB', 'for'],
  largest.map(([part, bytes]) => [`\`${part}\``, kilobytes(bytes), REASONS[part] ?? '']),
)}
`;
}

function kilobytes(bytes: number): string {
  return (bytes / KILOBYTE).toFixed(1);
}

function askedFor(): number {
  const { processes } = parseArguments(
    process.argv.slice(2),
    { processes: { type: 'string', default: '21' } },
    '--processes <number>',
  );
  return wholeNumber(1, MOST_PROCESSES, 'processes', processes);
}
