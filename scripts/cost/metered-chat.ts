import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';
import { OWN_ORIGIN } from '../../test/functions/events.ts';
import { type Person, signUp } from '../../test/functions/person.ts';
import { dynamodbEnvironment, startDynamodbLocal } from '../local/dynamodb.ts';
import { UNHINDERED } from '../local/limits.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { newPushKeys, vapidKeysSetting } from '../local/push-keys.ts';
import { createTables, tableEnvironment } from '../local/tables.ts';
import { dynamodbMetering } from './dynamodb-meter.ts';
import { databaseRequest, logged, type Metered, pushed } from './invocation-meter.ts';
import { meteredDoors } from './metered-doors.ts';
import { tableShapes } from './table-shapes.ts';
import { socketMessages } from './units.ts';

const HOUR_MS = 60 * 60_000;

/** As lib/edge/log.ts begins each. */
const LINE_OF_LOG = '{"level":';

/** The functions in this process, on a DynamoDB Local of their own, each run of one metered. */
export interface MeteredChat {
  signUp(name: string): Promise<Person>;
  /** Does something that is not metered, and so is not slowed down by that either. */
  unmetered<Result>(work: () => Promise<Result>): Promise<Result>;
  /** What has been metered since it was last asked. */
  read(): Metered[];
  /** Moves the clock of the functions. */
  advance(ms: number): void;
  /** Where the database is, and a client whose requests are not metered. */
  readonly endpoint: string;
  readonly eye: DynamoDBClient;
  /** The functions' own. */
  readonly database: DynamoDBClient;
  stop(): Promise<void>;
}

/** To be called once in a process: the functions read where the database is as they are loaded. */
export async function startMeteredChat(): Promise<MeteredChat> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-cost-'));
  const dynamodb = await startDynamodbLocal({ logFolder: folder });
  await createTables(dynamodb.endpoint, LOCAL_STAGE);
  setEnvironment(dynamodb.endpoint);
  const eye = new DynamoDBClient({ endpoint: dynamodb.endpoint });
  const quiet = catchLog();
  let metered: Metered[] = [];
  let isMetering = true;
  const { doors, advance, database } = await loadFunctions(
    () => isMetering,
    (one) => metered.push(one),
  );
  database.middlewareStack.add(dynamodbMetering(eye, tableShapes(LOCAL_STAGE), databaseRequest), {
    step: 'initialize',
  });
  return {
    signUp: (name) => signUp(doors, name),
    async unmetered(work) {
      isMetering = false;
      try {
        return await work();
      } finally {
        isMetering = true;
      }
    },
    read() {
      const read = metered;
      metered = [];
      return read;
    },
    advance,
    endpoint: dynamodb.endpoint,
    eye,
    database,
    async stop() {
      quiet.release();
      for (const client of [eye, database]) client.destroy();
      await dynamodb.child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loadFunctions(isMetering: () => boolean, note: (metered: Metered) => void) {
  const routes = await import('../../functions/routes.ts');
  const { database } = await import('../../lib/app/database.ts');
  const { clock } = await import('../../lib/app/system.ts');
  const { choosePush } = await import('../../lib/app/chosen-push.ts');
  // From the beginning of an hour: how many of them a morning touches must not depend on when it is played.
  let ahead = HOUR_MS - (Date.now() % HOUR_MS);
  clock.now = () => Date.now() + ahead;
  choosePush({ post: countedPost, close: async () => 'closed' });
  return {
    database,
    doors: meteredDoors(routes, isMetering, note),
    advance(ms: number) {
      ahead += ms;
    },
  };
}

/** Every socket takes what is pushed to it. */
async function countedPost(_: string, frame: PushedFrame) {
  const bytes = Buffer.byteLength(JSON.stringify(frame));
  await pushed(bytes, socketMessages(bytes), async () => {});
  return 'delivered' as const;
}

/** Takes the functions' lines from standard output, where they would hide what is said there. */
function catchLog() {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string, ...rest: never[]) => {
    if (typeof chunk !== 'string' || !chunk.startsWith(LINE_OF_LOG)) return write(chunk, ...rest);
    logged(chunk);
    return true;
  }) as typeof process.stdout.write;
  return {
    release: () => {
      process.stdout.write = write;
    },
  };
}

function setEnvironment(endpoint: string): void {
  const environment = {
    ...dynamodbEnvironment(endpoint),
    ...tableEnvironment(LOCAL_STAGE),
    STAGE: 'prod',
    ALLOWED_ORIGINS: OWN_ORIGIN,
    CONNECTIONS_ENDPOINT: 'http://127.0.0.1:9',
    SOCKET_URL: '/socket',
    SESSION_SECRET: 'the secret that signs the sessions of whoever is metered',
    PASSWORD_PEPPER: '1:what goes into the hashes of whoever is metered, and is long enough',
    VAPID_KEYS: vapidKeysSetting(newPushKeys()),
    COOKIE_SECURE: 'false',
    ...UNHINDERED,
  };
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
