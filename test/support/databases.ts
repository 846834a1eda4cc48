import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { OperatorStore, SeldomUsed, Store } from '../../lib/chat/ports.ts';
import { dynamodbErasure } from '../../lib/store/dynamodb/erasure.ts';
import { dynamodbOperatorStore } from '../../lib/store/dynamodb/operator-store.ts';
import { dynamodbPasskeys } from '../../lib/store/dynamodb/passkeys.ts';
import { dynamodbPictures } from '../../lib/store/dynamodb/pictures.ts';
import { dynamodbSpentChallenges } from '../../lib/store/dynamodb/spent-challenges.ts';
import { dynamodbStore } from '../../lib/store/dynamodb/store.ts';
import { dynamodbTable, type Table } from '../../lib/store/dynamodb/table.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import {
  type DynamodbOptions,
  javaIsThere,
  type LocalDynamodb,
  startDynalite,
  startDynamodbLocal,
} from '../../scripts/local/dynamodb.ts';
import { LOCAL_STAGE } from '../../scripts/local/offline.ts';
import { createTables, tableEnvironment } from '../../scripts/local/tables.ts';

/** A store with nothing in it, and whatever runs behind it. */
export interface OpenStore {
  readonly store: Store & SeldomUsed & OperatorStore;
  /** For a look at what is really there, where it is in tables. */
  readonly client?: DynamoDBClient;
  readonly tables?: readonly string[];
  close(): Promise<void>;
}

/** A kind of store that a contract is tested on. */
export interface Database {
  readonly name: string;
  open(): Promise<OpenStore>;
}

const memory: Database = {
  name: 'memory',
  open: async () => ({ store: memoryStore(), close: async () => {} }),
};

export const dynamodbLocal: Database = {
  name: 'DynamoDB Local',
  async open() {
    // Skipped tests would look like passed ones.
    if (!(await javaIsThere())) {
      throw new Error(
        'DynamoDB Local needs Java 17 or later on the PATH; without it these tests can not pass.',
      );
    }
    return openDynamodb(startDynamodbLocal);
  },
};

const dynalite: Database = { name: 'dynalite', open: () => openDynamodb(startDynalite) };

export const databases: readonly Database[] = [memory, dynamodbLocal, dynalite];

/** How long a database may take to start on a busy machine, and to end. */
export const DATABASE_TIMEOUT_MS = 60_000;

/** Starts a DynamoDB that keeps nothing, on a port that is free, with the tables of serverless.yml. */
async function openDynamodb(start: (options: DynamodbOptions) => Promise<LocalDynamodb>): Promise<OpenStore> {
  const logFolder = mkdtempSync(join(tmpdir(), 'chat-store-'));
  const { endpoint, child } = await start({ logFolder });
  try {
    await createTables(endpoint, LOCAL_STAGE);
  } catch (error) {
    await child.stop();
    throw error;
  }
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    store: {
      ...dynamodbStore(client, tableNames()),
      ...dynamodbOperatorStore(client, tableNames()),
      ...seldomUsed(
        dynamodbTable(client, tableNames().people),
        dynamodbTable(client, tableNames().connections),
      ),
    },
    client,
    tables: Object.values(tableNames()),
    async close() {
      client.destroy();
      await child.stop();
      rmSync(logFolder, { recursive: true, force: true });
    },
  };
}

function seldomUsed(people: Table, connections: Table): SeldomUsed {
  return {
    passkeys: dynamodbPasskeys(people),
    spentChallenges: dynamodbSpentChallenges(connections),
    pictures: dynamodbPictures(people),
    erasure: dynamodbErasure(people),
  };
}

/** The tables' names as the functions find them. */
function tableNames() {
  const named = tableEnvironment(LOCAL_STAGE);
  const nameOf = (variable: string) => {
    const name = named[variable];
    if (name === undefined) throw new Error(`serverless.yml gives the functions no ${variable}.`);
    return name;
  };
  return {
    people: nameOf('PEOPLE_TABLE'),
    entries: nameOf('ENTRIES_TABLE'),
    connections: nameOf('CONNECTIONS_TABLE'),
    audit: nameOf('AUDIT_TABLE'),
  };
}
