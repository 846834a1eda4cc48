import { join } from 'node:path';
import { type Child, listening, startChild } from '../local/children.ts';
import { type Restartable, restartable } from '../local/restartable.ts';
import { startRedisServer } from './redis-server.ts';

const READY_TIMEOUT_MS = 30_000;

/** A process that may be ended and started again at the same place. */
export interface Part extends Restartable {
  readonly name: string;
  readonly port: number;
}

export interface ProcessOptions {
  readonly name: string;
  readonly script: string;
  readonly portOption: string;
  readonly nodeArgs: readonly string[];
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
  readonly port: number;
}

/** An interface server or a worker. @param onCrash is told when it ends although nobody asked it to */
export function processPart(options: ProcessOptions, onCrash: (child: Child) => void): Part {
  const { name, script, portOption, nodeArgs, args, env, logFolder, port } = options;
  const start = async () => {
    const child = startChild({
      name,
      command: process.execPath,
      args: [...nodeArgs, script, portOption, `${port}`, ...args],
      env,
      logFile: join(logFolder, `${name}.log`),
    });
    await listening(child, port, READY_TIMEOUT_MS);
    return child;
  };
  return { name, port, ...restartable(start, onCrash) };
}

/** A Redis of our own. @param onCrash is told when it ends although nobody asked it to */
export function redisPart(url: string, logFolder: string, onCrash: (child: Child) => void): Part {
  const port = Number(new URL(url).port);
  const start = async () => (await startRedisServer(logFolder, port)).child;
  return { name: 'redis-server', port, ...restartable(start, onCrash) };
}
