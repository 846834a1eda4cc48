import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listening, startChild } from '../local/children.ts';
import { startDynamodb } from '../local/dynamodb.ts';
import { UNHINDERED } from '../local/limits.ts';
import { freeOfflinePorts, LOCAL_STAGE, offlineArguments } from '../local/offline.ts';
import { freePort } from '../local/ports.ts';
import { LocalProblem } from '../local/problem.ts';
import { step } from '../local/progress.ts';
import { LOCAL_FOLDER, startSystem } from '../local/system.ts';
import { createTables, tableEnvironment } from '../local/tables.ts';
import { startRedisServer } from '../redis/redis-server.ts';
import { startRedisSystem } from '../redis/system.ts';
import type { Target } from './load-process.ts';

const BASELINES = fileURLToPath(new URL('baselines/', import.meta.url));
const READY_TIMEOUT_MS = 60_000;

/** No dependencies: they are for this comparison alone, and 20 packages that an installation does without. */
const SOCKET_IO = ['socket.io@4.8.4', 'socket.io-client@4.8.4', '@socket.io/redis-adapter@8.3.0'];

/** What is measured, while it runs. */
export interface Benched {
  readonly target: Target;
  readonly description: string;
  stop(): Promise<void>;
}

/** Starts something to be measured, in an empty folder. */
export type StartBenched = (folder: string) => Promise<Benched>;

const systemOptions = (folder: string) => ({
  port: 0,
  dataFolder: join(folder, 'data'),
  logFolder: join(folder, 'log'),
  env: UNHINDERED,
  step,
});

/** As `npm start` runs it. */
export const localChat: StartBenched = async (folder) => {
  const system = await startSystem({ ...systemOptions(folder), pages: 'none' });
  return {
    target: { kind: 'chat', address: system.address },
    description: `the chat, \`npm start\`, ${system.dynamodb.program}`,
    stop: system.stop,
  };
};

export const redisChat =
  (workers: number, nodeArgs: readonly string[] = []): StartBenched =>
  async (folder) => {
    const system = await startRedisSystem({ ...systemOptions(folder), workers, interfaces: 1, nodeArgs });
    return {
      target: { kind: 'chat', address: system.addresses[0] ?? '' },
      description: `the chat, Redis mode, ${workers} ${workers === 1 ? 'worker' : 'workers'}, ${system.dynamodb.program}`,
      stop: system.stop,
    };
  };

/** A socket that says again what it is told. */
export const bareSocket: StartBenched = async (folder) => {
  const port = await freePort();
  const child = startChild({
    name: 'the echo',
    command: process.execPath,
    args: [join(BASELINES, 'echo-server.ts'), `${port}`],
    logFile: join(folder, 'echo.log'),
  });
  await listening(child, port, READY_TIMEOUT_MS);
  const target = { kind: 'echo', address: `ws://127.0.0.1:${port}` } as const;
  return { target, description: '`ws` alone, an echo', stop: child.stop };
};

/** The same by a function that serverless-offline runs. */
export const bareHandler: StartBenched = async (folder) => {
  const ports = await freeOfflinePorts();
  const child = startChild({
    name: 'serverless-offline',
    command: process.execPath,
    args: await offlineArguments(ports),
    cwd: join(BASELINES, 'handler'),
    env: { SLS_LOG_LEVEL: 'warning' },
    logFile: join(folder, 'functions.log'),
  });
  await listening(child, ports.socketPort, READY_TIMEOUT_MS);
  const target = { kind: 'echo', address: `ws://127.0.0.1:${ports.socketPort}` } as const;
  return { target, description: 'serverless-offline alone, an echo', stop: child.stop };
};

/** A chat as one would write it with Socket.IO, each message in the same DynamoDB. */
export const socketIoChat: StartBenched = async (folder) => {
  const modules = await step('Getting Socket.IO', installSocketIo);
  const [redis, dynamodb] = await Promise.all([
    startRedisServer(folder),
    startDynamodb({ folder, logFolder: folder }),
  ]);
  await createTables(dynamodb.endpoint, LOCAL_STAGE);
  const port = await freePort();
  const { ENTRIES_TABLE = '' } = tableEnvironment(LOCAL_STAGE);
  const child = startChild({
    name: 'the Socket.IO chat',
    command: process.execPath,
    args: [
      join(BASELINES, 'socket-io-server.ts'),
      ...[`${port}`, redis.url, dynamodb.endpoint, ENTRIES_TABLE, modules],
    ],
    logFile: join(folder, 'socket-io.log'),
  });
  await listening(child, port, READY_TIMEOUT_MS);
  return {
    target: { kind: 'socket.io', address: `http://127.0.0.1:${port}`, modules },
    description: `a Socket.IO chat on Redis, ${dynamodb.program}`,
    async stop() {
      for (const part of [child, dynamodb.child, redis.child]) await part.stop();
    },
  };
};

/** @returns the path from which its packages are found */
async function installSocketIo(): Promise<string> {
  const folder = join(LOCAL_FOLDER, 'socket.io');
  const modules = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules', 'socket.io'))) return modules;
  mkdirSync(folder, { recursive: true });
  try {
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, ...SOCKET_IO]);
  } catch (error) {
    throw new LocalProblem(
      `Socket.IO could not be got from the npm registry: ${(error as Error).message}. Leave it out with --only local,redis,echo,handler.`,
    );
  }
  return modules;
}
