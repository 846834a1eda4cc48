import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions } from '../build/functions.ts';
import { buildPages, PAGES_FOLDER } from '../build/pages.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Child } from './children.ts';
import { DATABASE_FOLDERS, dynamodbEnvironment, type LocalDynamodb, startDynamodb } from './dynamodb.ts';
import { startFront } from './front.ts';
import { runFunctions } from './functions.ts';
import { LOCAL_LIMITS } from './limits.ts';
import { lockFolder } from './lock.ts';
import { freeOfflinePorts, LOCAL_STAGE } from './offline.ts';
import { HIGHEST_PORT, isFree } from './ports.ts';
import { LocalProblem } from './problem.ts';
import { newPushKeys, vapidKeysSetting } from './push-keys.ts';
import { noteRunning } from './running.ts';
import { keptSecret, newPepper } from './secret.ts';
import { createTables } from './tables.ts';

/** Where local runs keep what they write. */
export const LOCAL_FOLDER = fileURLToPath(new URL('../../.local/', import.meta.url));

const SECRET_FILE = 'session-secret';
const PEPPER_FILE = 'password-pepper';
const PUSH_KEYS_FILE = 'vapid-keys';

export interface SystemOptions {
  /** Where browsers find it; 0 for any port that is free. */
  readonly port: number;
  /** Where accounts and messages are kept. */
  readonly dataFolder: string;
  readonly logFolder: string;
  /** Whether to empty the data first. */
  readonly reset?: boolean;
  /** `none` leaves the pages to somebody else, such as a server with hot reload. */
  readonly pages?: 'built' | 'none';
  /** More origins from which browsers may come. */
  readonly origins?: readonly string[];
  /** Overrides of the functions' environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Is told what is being done, step by step. */
  readonly step: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}

/** All of the chat on this machine. */
export interface System {
  readonly address: string;
  readonly dynamodb: LocalDynamodb;
  /** Resolves when a part ends that nobody has stopped. */
  readonly crashed: Promise<Child>;
  /** Ends the functions' process as a crash would; the pages are still served. */
  killFunctions(): Promise<void>;
  startFunctions(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts all of the chat: database, tables, functions, pages.
 * @throws LocalProblem for what can be mended at the terminal; nothing is left running then
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  if (options.port !== 0 && !(await isFree(options.port))) throw portTaken(options.port);
  return allOrNothing((onStop) => {
    onStop(lockFolder(options.dataFolder));
    return startParts(options, onStop);
  });
}

async function startParts(
  options: SystemOptions,
  onStop: (end: () => unknown) => void,
): Promise<Omit<System, 'stop'>> {
  const { step, logFolder } = options;
  const pages = options.pages === 'none' ? undefined : PAGES_FOLDER;
  if (options.reset) emptyData(options.dataFolder);

  const startDatabase = async () => {
    const started = await startDynamodb({ folder: options.dataFolder, logFolder });
    onStop(() => started.child.stop());
    await createTables(started.endpoint, LOCAL_STAGE);
    return started;
  };
  const database = step('Starting the database', startDatabase);
  const parts = [database, step('Building the functions', buildFunctions)] as Promise<unknown>[];
  if (pages !== undefined) parts.push(step('Building the pages', buildPages));
  // One may fail while another still starts; only what has started can be stopped.
  await Promise.allSettled(parts);
  await Promise.all(parts);
  const dynamodb = await database;

  const ports = await freeOfflinePorts();
  const front = await startFront(options.port, ports, pages);
  onStop(() => front.stop());
  const functions = runFunctions(ports, environmentOf(options, dynamodb, front.port), logFolder);
  onStop(() => functions.stop());
  await step('Starting the functions', functions.start);
  const managementApi = `http://127.0.0.1:${ports.socketPort}`;
  onStop(noteRunning(options.dataFolder, { dynamodb: dynamodb.endpoint, sockets: { managementApi } }));

  return {
    address: `http://localhost:${front.port}`,
    dynamodb,
    crashed: Promise.race([dynamodb.child.exited.then(() => dynamodb.child), functions.crashed]),
    killFunctions: functions.kill,
    startFunctions: functions.start,
  };
}

function environmentOf(options: SystemOptions, { endpoint }: LocalDynamodb, port: number): NodeJS.ProcessEnv {
  return {
    ...dynamodbEnvironment(endpoint),
    ALLOWED_ORIGINS: [...originsAt(port), ...(options.origins ?? [])].join(),
    ...keptSecrets(options.dataFolder),
    LIMITS: LOCAL_LIMITS,
    ...options.env,
  };
}

/** By which browsers on this machine know what is at a port. */
export function originsAt(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`);
}

/** What is made once for a data folder: the key that signs sessions, what goes into passwords' hashes, and the keys by which push services know this chat. */
export function keptSecrets(dataFolder: string): NodeJS.ProcessEnv {
  return {
    SESSION_SECRET: keptSecret(join(dataFolder, SECRET_FILE)),
    PASSWORD_PEPPER: keptSecret(join(dataFolder, PEPPER_FILE), newPepper),
    VAPID_KEYS: keptSecret(join(dataFolder, PUSH_KEYS_FILE), () => vapidKeysSetting(newPushKeys())),
  };
}

/** Removes the data, but not the lock that lies beside it. */
export function emptyData(dataFolder: string): void {
  for (const name of [...DATABASE_FOLDERS, SECRET_FILE, PEPPER_FILE, PUSH_KEYS_FILE]) {
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

/** What to do about a port that somebody else has. */
export function portTaken(port: number, command = 'npm start'): LocalProblem {
  const other = port < HIGHEST_PORT ? port + 1 : port - 1;
  return new LocalProblem(
    `Port ${port} is taken by another program. Stop that one, or choose another port: ${command} -- --port ${other}`,
  );
}
