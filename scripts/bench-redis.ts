import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WebSocket } from 'ws';
import { closeBareSockets, echo, openBareSockets } from './bench/bare-sockets.ts';
import { inTurns } from './bench/in-turns.ts';
import { openPairs } from './bench/pairs.ts';
import { quantile } from './bench/quantile.ts';
import { machine, table, tell } from './bench/section.ts';
import { parseArguments, wholeNumber } from './local/arguments.ts';
import { UNHINDERED } from './local/limits.ts';
import { quietly } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { type RedisSystem, startRedisSystem } from './redis/system.ts';

const WARM_UP_S = 3;
const MOST_SECONDS = 300;
const PAIRS = 25;
const BARE_SOCKETS = 50;
const BYTES = 256;
const IDLE_SOCKETS = 5_000;
const CONNECTING_AT_ONCE = 100;
/** Until what a handshake leaves behind has been collected. */
const SETTLING_MS = 5_000;

const MEMORY_WORKER = fileURLToPath(new URL('bench/memory-worker.ts', import.meta.url));
const BARE_WORKER = fileURLToPath(new URL('bench/bare-worker.ts', import.meta.url));

/** `npm run bench:redis`: what Redis mode does at most, by the number of workers, and what a socket costs. */
await reportProblem(async () => {
  const measuredS = askedFor();
  const rows: string[][] = [];
  for (const workers of [1, 2, 4]) {
    await withSystem({ workers }, async ({ addresses }) => {
      rows.push(
        row(
          `messages, DynamoDB Local, ${workers} workers`,
          measuredS,
          await messages(addresses[0] ?? '', measuredS),
        ),
      );
    });
  }
  await withSystem({ workers: 1, workerScript: MEMORY_WORKER }, async ({ addresses }) => {
    rows.push(
      row('messages, store in memory, 1 worker', measuredS, await messages(addresses[0] ?? '', measuredS)),
    );
  });
  for (const workers of [1, 2, 4]) {
    await withSystem({ workers, workerScript: BARE_WORKER }, async ({ addresses }) => {
      rows.push(
        row(`frames, no handler, ${workers} workers`, measuredS, await frames(addresses[0] ?? '', measuredS)),
      );
    });
  }
  const sockets = await withSystem({ workers: 1, workerScript: BARE_WORKER }, idleSockets);
  tell(`Clients on the same machine; each sends when the answer to its last is there; ${machine()}.

${table(['', 'per second', 'p50 ms', 'p99 ms'], rows)}

${sockets}
`);
});

type Shape = Pick<Parameters<typeof startRedisSystem>[0], 'workers' | 'workerScript'>;

/** Uses a system of its own, in empty folders, which ends with its use. */
async function withSystem<Result>(
  shape: Shape,
  use: (system: RedisSystem) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  const system = await startRedisSystem({
    ...shape,
    interfaces: 1,
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    env: UNHINDERED,
    step: quietly,
  });
  try {
    return await use(system);
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages from when they are sent until their sender knows that they are stored. */
async function messages(address: string, seconds: number): Promise<number[]> {
  const pairs = await openPairs(address, PAIRS);
  const text = 'x'.repeat(BYTES);
  const sendOne = async (lane: number) => {
    await pairs[lane]?.writers[0].say(randomUUID(), text);
  };
  await inTurns(PAIRS, WARM_UP_S, sendOne);
  const took = await inTurns(PAIRS, seconds, sendOne);
  await Promise.all(pairs.map((pair) => pair.close()));
  return took;
}

/** Frames from when they are sent until they are back. */
async function frames(address: string, seconds: number): Promise<number[]> {
  const { sockets } = await openBareSockets(address, BARE_SOCKETS, 10);
  const frame = JSON.stringify({ action: 'echo', text: 'x'.repeat(BYTES) });
  const sendOne = (lane: number) => echo(sockets[lane] as WebSocket, frame);
  await inTurns(BARE_SOCKETS, WARM_UP_S, sendOne);
  const took = await inTurns(BARE_SOCKETS, seconds, sendOne);
  await closeBareSockets(sockets);
  return took;
}

async function idleSockets({ addresses: [address = ''] }: RedisSystem): Promise<string> {
  // What its code takes, and what any work makes the heap grow to, must not be taken for the sockets'.
  await frames(address, WARM_UP_S);
  await wait(SETTLING_MS);
  const before = await memoryOf(address);
  const { sockets, ms } = await openBareSockets(address, IDLE_SOCKETS, CONNECTING_AT_ONCE);
  await wait(SETTLING_MS);
  const each = ((await memoryOf(address)) - before) / IDLE_SOCKETS / 1024;
  await closeBareSockets(sockets);
  const perSecond = Math.round((IDLE_SOCKETS * 1_000) / ms);
  return `${IDLE_SOCKETS.toLocaleString('en')} sockets at one interface server, handlers that do nothing, 1 worker: ${perSecond} connects per second, ${each.toFixed(1)} KB of memory for each that is idle.`;
}

/** The interface server's, in bytes. */
async function memoryOf(address: string): Promise<number> {
  const { memoryBytes } = (await (await fetch(`${address}/healthz`)).json()) as { memoryBytes: number };
  return memoryBytes;
}

function row(what: string, seconds: number, took: readonly number[]): string[] {
  const figures = [took.length / seconds, quantile(took, 0.5), quantile(took, 0.99)];
  return [what, ...figures.map((figure) => figure.toFixed(1))];
}

/** For how long each is measured. */
function askedFor(): number {
  const { seconds } = parseArguments(
    process.argv.slice(2),
    { seconds: { type: 'string', default: '10' } },
    '--seconds <number>',
  );
  return wholeNumber(1, MOST_SECONDS, 'seconds', seconds);
}
