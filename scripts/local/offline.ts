import { fileURLToPath } from 'node:url';
import { type Child, listening, startChild } from './children.ts';
import { freePort } from './ports.ts';

/** The stage of serverless.yml that is meant for one machine. */
export const LOCAL_STAGE = 'local';

export const OSLS = fileURLToPath(
  new URL('../../node_modules/serverless/bin/serverless.js', import.meta.url),
);
const READY_TIMEOUT_MS = 60_000;

/** API Gateway and Lambda on this machine: serverless-offline with the functions in its process. */
export interface Offline {
  readonly httpPort: number;
  readonly socketPort: number;
  readonly child: Child;
}

export type OfflinePorts = Pick<Offline, 'httpPort' | 'socketPort'>;

export async function freeOfflinePorts(): Promise<OfflinePorts> {
  const [httpPort, socketPort] = await Promise.all([freePort(), freePort()]);
  return { httpPort, socketPort };
}

/** What Node is told to run serverless-offline, in one process and on this machine alone. */
export async function offlineArguments(
  { httpPort, socketPort }: OfflinePorts,
  more: readonly string[] = [],
): Promise<string[]> {
  return [
    OSLS,
    'offline',
    ...more,
    ...['--host', '127.0.0.1'],
    ...['--httpPort', `${httpPort}`],
    ...['--websocketPort', `${socketPort}`],
    ...['--lambdaPort', `${await freePort()}`],
    // One process: a quarter of the memory of its worker threads, and a p99 fifteen times better.
    '--useInProcess',
    // It keeps a timer of `timeout` length for each invocation, also for those that have long ended.
    '--noTimeout',
    '--noSponsor',
  ];
}

/**
 * Starts serverless-offline on the built functions.
 * @param env what serverless.yml takes from the environment in its stage `local`
 */
export async function startOffline(
  { httpPort, socketPort }: OfflinePorts,
  env: NodeJS.ProcessEnv,
  logFolder: string,
): Promise<Offline> {
  const child = startChild({
    name: 'serverless-offline',
    command: process.execPath,
    args: await offlineArguments({ httpPort, socketPort }, ['--stage', LOCAL_STAGE]),
    env: {
      CONNECTIONS_ENDPOINT: `http://127.0.0.1:${socketPort}`,
      ...env,
      // Of what serverless-offline says itself, just the warnings: every request would be three lines.
      SLS_LOG_LEVEL: 'warning',
    },
    logFile: `${logFolder}/functions.log`,
  });
  await Promise.all([
    listening(child, httpPort, READY_TIMEOUT_MS),
    listening(child, socketPort, READY_TIMEOUT_MS),
  ]);
  return { httpPort, socketPort, child };
}
