import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PORT, HIGHEST_PORT } from '../local/ports.ts';
import { LocalProblem } from '../local/problem.ts';
import { LOCAL_FOLDER } from '../local/system.ts';

/** More than a machine has use for, and less than would bring it down. */
const MOST_PROCESSES = 32;

export interface RedisOptions {
  readonly port: number;
  readonly workers: number;
  readonly interfaces: number;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly reset: boolean;
  /** Whether just to tell how one that runs is doing. */
  readonly status: boolean;
}

/**
 * What `npm run redis` is told behind `--`.
 * @throws LocalProblem that says what may be told
 */
export function redisOptions(args: readonly string[]): RedisOptions {
  const { port, workers, interfaces, data, reset, status } = parsed(args);
  return {
    port: between(1, HIGHEST_PORT, 'port', port),
    workers: between(1, MOST_PROCESSES, 'workers', workers),
    interfaces: between(1, MOST_PROCESSES, 'interfaces', interfaces),
    dataFolder: resolve(data),
    logFolder: join(resolve(data), 'log'),
    reset,
    status,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: `${DEFAULT_PORT}` },
        workers: { type: 'string', default: '2' },
        interfaces: { type: 'string', default: '1' },
        data: { type: 'string', default: join(LOCAL_FOLDER, 'data') },
        reset: { type: 'boolean', default: false },
        status: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new LocalProblem(
      `${(error as Error).message}\nThere are: --workers <number>, --interfaces <number>, --port <number>, --data <folder>, --reset (empties the data first), --status. Put them behind a --, as in: npm run redis -- --workers 4`,
    );
  }
}

function between(least: number, most: number, name: string, given: string): number {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most) {
    throw new LocalProblem(`--${name} is a whole number from ${least} to ${most}, and "${given}" is not.`);
  }
  return number;
}
