import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Child, listening, startChild } from '../local/children.ts';
import { freePort } from '../local/ports.ts';
import { LocalProblem } from '../local/problem.ts';

const READY_TIMEOUT_MS = 10_000;

/** What to do where there is none. */
export const HOW_TO_GET_REDIS =
  'apt install redis-server (Debian, Ubuntu), dnf install redis (Fedora), brew install redis (macOS)';

/** Whether the machine has a redis-server. */
export async function redisServerIsThere(): Promise<boolean> {
  try {
    await promisify(execFile)('redis-server', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** A Redis of our own on this machine, which keeps nothing on disk: what counts is not there. */
export interface LocalRedis {
  readonly url: string;
  readonly child: Child;
}

/**
 * @param port that of an earlier one, which this one follows; without it, any that is free
 * @throws LocalProblem that says how to get a redis-server, where there is none
 */
export async function startRedisServer(logFolder: string, port?: number): Promise<LocalRedis> {
  if (!(await redisServerIsThere())) {
    throw new LocalProblem(
      `There is no redis-server on this machine: ${HOW_TO_GET_REDIS}. Or set REDIS_URL to a Redis elsewhere.`,
    );
  }
  const chosen = port ?? (await freePort());
  const child = startChild({
    name: 'redis-server',
    command: 'redis-server',
    args: ['--port', `${chosen}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    logFile: join(logFolder, 'redis-server.log'),
  });
  await listening(child, chosen, READY_TIMEOUT_MS);
  return { url: `redis://127.0.0.1:${chosen}`, child };
}
