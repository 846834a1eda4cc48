import { join, resolve } from 'node:path';
import { GATEWAY_LIMITS, type GatewayLimits } from '../../lib/redis/interface/limits.ts';
import { parseArguments, wholeNumber } from '../local/arguments.ts';
import { LOOPBACK } from '../local/listen.ts';
import { DEFAULT_PORT, HIGHEST_PORT } from '../local/ports.ts';
import { LocalProblem } from '../local/problem.ts';
import { LOCAL_FOLDER } from '../local/system.ts';

/** More than a machine has use for, and less than would bring it down. */
const MOST_PROCESSES = 32;
const MOST_JOBS_AT_ONCE = 1_000;
const LONGEST_MS = 3_600_000;

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
  const { port, workers, interfaces, data, reset, status } = parseArguments(
    args,
    {
      port: { type: 'string', default: `${DEFAULT_PORT}` },
      workers: { type: 'string', default: '2' },
      interfaces: { type: 'string', default: '1' },
      data: { type: 'string', default: join(LOCAL_FOLDER, 'data') },
      reset: { type: 'boolean', default: false },
      status: { type: 'boolean', default: false },
    },
    '--workers <number>, --interfaces <number>, --port <number>, --data <folder>, --reset (empties the data first), --status. Put them behind a --, as in: npm run redis -- --workers 4',
  );
  return {
    port: wholeNumber(1, HIGHEST_PORT, 'port', port),
    workers: wholeNumber(1, MOST_PROCESSES, 'workers', workers),
    interfaces: wholeNumber(1, MOST_PROCESSES, 'interfaces', interfaces),
    dataFolder: resolve(data),
    logFolder: join(resolve(data), 'log'),
    reset,
    status,
  };
}

export interface InterfaceOptions {
  readonly port: number;
  /** The addresses to listen on. */
  readonly hosts: readonly string[];
  readonly limits: GatewayLimits;
}

/**
 * What `npm run redis:interface` is told behind `--`.
 * @throws LocalProblem that says what may be told
 */
export function interfaceOptions(args: readonly string[]): InterfaceOptions {
  const { port, host, limit } = parseArguments(
    args,
    {
      port: { type: 'string', default: `${DEFAULT_PORT}` },
      // Without one, only this machine can reach it.
      host: { type: 'string', multiple: true, default: LOOPBACK },
      limit: { type: 'string', multiple: true, default: [] },
    },
    '--port <number>, --host <address> (0.0.0.0 for all), --limit <name>=<number>. Put them behind a --, as in: npm run redis:interface -- --port 8000',
  );
  return { port: wholeNumber(1, HIGHEST_PORT, 'port', port), hosts: host, limits: limitsFrom(limit) };
}

/** API Gateway's limits, but for those that are given as `idleMs=5000`. */
function limitsFrom(given: readonly string[]): GatewayLimits {
  const limits: Record<keyof GatewayLimits, number> = { ...GATEWAY_LIMITS };
  for (const one of given) {
    const [name = '', value = ''] = one.split('=');
    if (!Object.hasOwn(limits, name) || !/^[1-9]\d*$/.test(value)) {
      throw new LocalProblem(
        `--limit takes <name>=<number>, with one of: ${Object.keys(limits).join(', ')}.`,
      );
    }
    limits[name as keyof GatewayLimits] = Number(value);
  }
  return limits;
}

export interface WorkerOptions {
  readonly concurrency: number;
  readonly handlerTimeoutMs: number;
  readonly claimAfterMs: number;
  /** 0 for any that is free. */
  readonly healthPort: number;
}

/**
 * What `npm run redis:worker` is told behind `--`.
 * @throws LocalProblem that says what may be told
 */
export function workerOptions(args: readonly string[]): WorkerOptions {
  const given = parseArguments(
    args,
    {
      concurrency: { type: 'string', default: '32' },
      // As long as API Gateway waits for an answer.
      'handler-timeout-ms': { type: 'string', default: '29000' },
      'claim-after-ms': { type: 'string', default: '3000' },
      'health-port': { type: 'string', default: '0' },
    },
    '--concurrency <jobs at once>, --handler-timeout-ms <number>, --claim-after-ms <number>, --health-port <number>. Put them behind a --, as in: npm run redis:worker -- --concurrency 16',
  );
  const number = (least: number, most: number, name: keyof typeof given) =>
    wholeNumber(least, most, name, given[name]);
  return {
    concurrency: number(1, MOST_JOBS_AT_ONCE, 'concurrency'),
    handlerTimeoutMs: number(1, LONGEST_MS, 'handler-timeout-ms'),
    claimAfterMs: number(100, LONGEST_MS, 'claim-after-ms'),
    healthPort: number(0, HIGHEST_PORT, 'health-port'),
  };
}
