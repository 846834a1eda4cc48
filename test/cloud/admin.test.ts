import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { dynamodbStore } from '../../lib/store/dynamodb/store.ts';
import { admin } from '../../scripts/admin/admin.ts';
import { tableNames } from '../../scripts/admin/table-names.ts';
import { type LocalDynamodb, startDynamodbLocal } from '../../scripts/local/dynamodb.ts';
import { createTables } from '../../scripts/local/tables.ts';
import { type ConnectionsEndpoint, startConnectionsEndpoint } from '../functions/connections-endpoint.ts';
import { sentenceOf } from './desk.ts';
import { enter, leave } from './enter.ts';
import { type FakeAccount, startFakeAccount } from './fake-account.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'chat-admin-'));
const said: string[] = [];

let account: FakeAccount;
let dynamodb: LocalDynamodb;
let sockets: ConnectionsEndpoint;
let client: DynamoDBClient;

beforeAll(async () => {
  [account, dynamodb, sockets] = await Promise.all([
    startFakeAccount(),
    startDynamodbLocal({ logFolder: folder }),
    startConnectionsEndpoint(),
  ]);
  await createTables(dynamodb.endpoint, 'prod');
  enter(account);
  process.env.AWS_ENDPOINT_URL_DYNAMODB = dynamodb.endpoint;
  account.stacks.set('chat-prod', {
    status: 'UPDATE_COMPLETE',
    changedAt: '2026-11-26T00:00:00Z',
    outputs: { SocketAddress: sockets.url.replace(/^http/, 'ws') },
    resources: [],
    template: {},
    isProtected: false,
  });
  client = new DynamoDBClient({ region: 'eu-central-1' });
});

afterAll(async () => {
  client?.destroy();
  leave();
  await sockets?.stop();
  await account?.close();
  await dynamodb?.child.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (stage: string, ...command: string[]) =>
  admin([...command, '--stage', stage, '--region', 'eu-central-1'], {
    env: {},
    say: (line) => said.push(line),
  });

test('an operator suspends somebody of a deployed stage: the stack says where the sockets are', async () => {
  const store = dynamodbStore(client, tableNames('prod'));
  const now = Date.now();
  await store.people.add({ name: 'mallory', displayName: 'Mallory', passwordHash: 'x', createdAt: now });
  await store.connections.hold({
    person: 'mallory',
    connectionId: 'c1',
    session: 's1',
    leaseEndsAt: now + 60_000,
  });
  await run('prod', 'suspend', 'mallory', '--reason', 'spam');
  expect(sockets.closed).toEqual(['c1']);
  expect(await store.people.find('mallory')).toMatchObject({ standing: 'suspended' });

  await run('prod', 'audit', 'mallory', '--json');
  const [suspended] = JSON.parse(said.at(-1) ?? '') as { event: string; by: string }[];
  expect(suspended).toMatchObject({ event: 'suspended', by: expect.stringMatching(/^operator:\S+$/) });
});

test('a stage that is not there is named, with what may be wrong', async () => {
  expect(await sentenceOf(run('test', 'reports'))).toBe(
    'There is no stack chat-test in eu-central-1: is the stage, or the region (--region), another one?',
  );
});
