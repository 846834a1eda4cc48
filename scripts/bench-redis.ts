import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WebSocket } from 'ws';
import { closeBareSockets, echo, openBareSockets } from './bench/bare-sockets.ts';
import { inTurns } from './bench/in-turns.ts';
import { openPairs, type Pair } from './bench/pairs.ts';
import { quantile } from './bench/quantile.ts';
import { HIGH_LIMITS } from './local/limits.ts';
import { quietly } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { type RedisSystem, startRedisSystem } from './redis/system.ts';

const WARM_UP_S = 3;
const MEASURED_S = 10;
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
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${today()}`);
  console.log(`Clients on the same machine; each sends when the answer to its last is there\n`);
  console.log('                                      per second     p50 ms     p99 ms');
  for (const workers of [1, 2, 4]) {
    await withSystem({ workers }, async ({ addresses }) =>
      printRow(`messages, DynamoDB Local, ${workers} workers`, await messages(addresses[0] ?? '')),
    );
  }
  await withSystem({ workers: 1, workerScript: MEMORY_WORKER }, async ({ addresses }) =>
    printRow('messages, store in memory, 1 worker', await messages(addresses[0] ?? '')),
  );
  for (const workers of [1, 2, 4]) {
    await withSystem({ workers, workerScript: BARE_WORKER }, async ({ addresses }) =>
      printRow(`frames, no handler, ${workers} workers`, await frames(addresses[0] ?? '')),
    );
  }
  await withSystem({ workers: 1, workerScript: BARE_WORKER }, printSockets);
});

type Shape = Pick<Parameters<typeof startRedisSystem>[0], 'workers' | 'workerScript'>;

/** Uses a system of its own, in empty folders, which ends with its use. */
async function withSystem(shape: Shape, use: (system: RedisSystem) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-bench-'));
  const system = await startRedisSystem({
    ...shape,
    interfaces: 1,
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    // Sign-ups are not what is measured.
    env: { PASSWORD_COST: '4', LIMITS: HIGH_LIMITS },
    step: quietly,
  });
  try {
    await use(system);
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages from when they are sent until their sender knows that they are stored. */
async function messages(address: string): Promise<number[]> {
  const pairs = await openPairs(address, PAIRS);
  const text = 'x'.repeat(BYTES);
  const sendOne = async (lane: number) => {
    const pair = pairs[lane] as Pair;
    const [{ to, socket }] = pair.writers;
    const clientId = randomUUID();
    const answer = await socket.send({ to, after: pair.lastSeq, messages: [{ clientId, text }] });
    pair.lastSeq = answer.stored[0]?.seq ?? pair.lastSeq;
  };
  await inTurns(PAIRS, WARM_UP_S, sendOne);
  const took = await inTurns(PAIRS, MEASURED_S, sendOne);
  await Promise.all(pairs.map((pair) => pair.close()));
  return took;
}

/** Frames from when they are sent until they are back. */
async function frames(address: string): Promise<number[]> {
  const { sockets } = await openBareSockets(address, BARE_SOCKETS, 10);
  const frame = JSON.stringify({ action: 'echo', text: 'x'.repeat(BYTES) });
  const sendOne = (lane: number) => echo(sockets[lane] as WebSocket, frame);
  await inTurns(BARE_SOCKETS, WARM_UP_S, sendOne);
  const took = await inTurns(BARE_SOCKETS, MEASURED_S, sendOne);
  await closeBareSockets(sockets);
  return took;
}

async function printSockets({ addresses: [address = ''] }: RedisSystem): Promise<void> {
  // What its code takes, and what any work makes the heap grow to, must not be taken for the sockets'.
  await frames(address);
  await wait(SETTLING_MS);
  const before = await memoryOf(address);
  const { sockets, ms } = await openBareSockets(address, IDLE_SOCKETS, CONNECTING_AT_ONCE);
  await wait(SETTLING_MS);
  const each = ((await memoryOf(address)) - before) / IDLE_SOCKETS / 1024;
  console.log(`\n${IDLE_SOCKETS} sockets at one interface server, handlers that do nothing, 1 worker`);
  console.log(`  connects per second  ${Math.round((IDLE_SOCKETS * 1_000) / ms)}`);
  console.log(`  memory of each idle  ${each.toFixed(1)} KB`);
  await closeBareSockets(sockets);
}

/** The interface server's, in bytes. */
async function memoryOf(address: string): Promise<number> {
  const { memoryBytes } = (await (await fetch(`${address}/healthz`)).json()) as { memoryBytes: number };
  return memoryBytes;
}

function printRow(what: string, took: readonly number[]): void {
  const figures = [took.length / MEASURED_S, quantile(took, 0.5), quantile(took, 0.99)];
  console.log(`${what.padEnd(36)}${figures.map((figure) => figure.toFixed(1).padStart(11)).join('')}`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
