import { freePort } from '../local/ports.ts';
import { readRunning } from '../local/running.ts';
import { type SystemOptions, startSystem } from '../local/system.ts';
import { startRedisServer } from '../redis/redis-server.ts';
import { startRedisSystem } from '../redis/system.ts';
import { startHttpProxy } from './http-proxy.ts';
import { databasePart, type FragileSystem, type MortalPart, surround } from './system.ts';

export type Mode = 'local' | 'redis';

export const MODES: readonly Mode[] = ['local', 'redis'];

const WORKERS = 2;
const INTERFACES = 2;

type Start = (folder: string, chance: () => number, step: SystemOptions['step']) => Promise<FragileSystem>;

/** How the chat is started in each mode, with its parts connected by networks that can be broken. */
export const START: Readonly<Record<Mode, Start>> = { local: startLocal, redis: startRedis };

async function startLocal(...asked: Parameters<Start>): Promise<FragileSystem> {
  const around = await surround(...asked);
  const { options, toSockets } = around;
  const CONNECTIONS_ENDPOINT = `http://127.0.0.1:${toSockets.port}`;
  const system = await startSystem({
    ...options,
    env: { ...options.env, CONNECTIONS_ENDPOINT },
    pages: 'none',
  });
  const sockets = readRunning(options.dataFolder)?.sockets;
  if (!sockets || !('managementApi' in sockets)) throw new Error('Where the sockets are was not noted.');
  let isMeant = (_: string) => false;
  const posts = await startHttpProxy(({ path }) => (isMeant(path) ? 'hang' : 'pass'));
  posts.leadTo(sockets.managementApi);
  toSockets.leadTo(posts.port);
  const database = databasePart(system.dynamodb, around);
  const functions: MortalPart = {
    name: 'the functions',
    kill: system.killFunctions,
    start: system.startFunctions,
  };
  return {
    ...around,
    ports: [portOf(system.address)],
    parts: [functions, database],
    hangPosts: (now) => {
      isMeant = now;
    },
    endpoint: database.endpoint,
    fillDisk: database.fillDisk,
    stop: () => stopAll(system.stop, database.stop, posts.stop, around.stop),
  };
}

async function startRedis(...asked: Parameters<Start>): Promise<FragileSystem> {
  const around = await surround(...asked);
  const { options, toSockets } = around;
  const port = await freePort();
  let server = await startRedisServer(options.logFolder, port);
  toSockets.leadTo(port);
  const redis: MortalPart = {
    name: 'redis-server',
    kill: () => server.child.kill(),
    async start() {
      server = await startRedisServer(options.logFolder, port);
    },
  };
  const system = await startRedisSystem({
    ...options,
    redisUrl: `redis://127.0.0.1:${toSockets.port}`,
    workers: WORKERS,
    interfaces: INTERFACES,
  });
  const database = databasePart(system.dynamodb, around);
  return {
    ...around,
    ports: system.addresses.map(portOf),
    hangPosts: () => {},
    parts: [...system.workers, ...system.interfaces, redis, database],
    endpoint: database.endpoint,
    fillDisk: database.fillDisk,
    stop: () => stopAll(system.stop, database.stop, () => server.child.stop(), around.stop),
  };
}

async function stopAll(...stops: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of stops) await stop();
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
