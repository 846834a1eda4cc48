import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dynamodbMetering } from '../../../scripts/cost/dynamodb-meter.ts';
import { type LocalDynamodb, startDynamodbLocal } from '../../../scripts/local/dynamodb.ts';
import { DATABASE_TIMEOUT_MS } from '../../support/databases.ts';

const KB = 1_024;
const TableName = 'rows';
const SHAPE = { keys: ['id', 'n'], indexes: [] };

let folder: string;
let dynamodb: LocalDynamodb;
let client: DynamoDBClient;
let eye: DynamoDBClient;
let counted: { operation: string; reads: number; writes: number }[];

const key = (n: number) => ({ id: { S: 'a' }, n: { N: `${n}` } });
const row = (n: number, bytes = 100) => ({ ...key(n), text: { S: 'x'.repeat(bytes) } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat-meter-'));
  dynamodb = await startDynamodbLocal({ logFolder: folder });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const settings = { endpoint: dynamodb.endpoint, region: 'us-east-1', credentials };
  [client, eye] = [new DynamoDBClient(settings), new DynamoDBClient(settings)];
  await eye.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'n', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'n', KeyType: 'RANGE' },
      ],
    }),
  );
  client.middlewareStack.add(
    dynamodbMetering(
      eye,
      new Map([[TableName, SHAPE]]),
      (operation) => (units) => counted.push({ operation, ...units }),
    ),
    { step: 'initialize' },
  );
  // Four rows of a little more than 1.5 KB.
  for (const n of [1, 2, 3, 4]) await eye.send(new PutItemCommand({ TableName, Item: row(n, 1.5 * KB) }));
}, DATABASE_TIMEOUT_MS);

beforeEach(() => {
  counted = [];
});

afterAll(async () => {
  for (const each of [client, eye]) each?.destroy();
  await dynamodb?.child.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asked = { ':id': { S: 'a' } };
const query = { TableName, KeyConditionExpression: 'id = :id', ExpressionAttributeValues: asked };

describe('the meter counts', () => {
  test.each([
    ['a stale read of 1.5 KB', new GetItemCommand({ TableName, Key: key(1) }), 0.5],
    ['a strong one', new GetItemCommand({ TableName, Key: key(1), ConsistentRead: true }), 1],
    ['one of what is not there', new GetItemCommand({ TableName, Key: key(99) }), 0.5],
    ['a query of four such rows, 6.2 KB together', new QueryCommand(query), 1],
    [
      'a query whose filter leaves nothing of them',
      new QueryCommand({
        ...query,
        FilterExpression: '#text = :none',
        ProjectionExpression: 'n',
        ExpressionAttributeNames: { '#text': 'text' },
        ExpressionAttributeValues: { ...asked, ':none': { S: 'nothing' } },
      }),
      1,
    ],
    ['a query that stops at two of them', new QueryCommand({ ...query, Limit: 2 }), 0.5],
    [
      'a query of what is not there',
      new QueryCommand({ ...query, ExpressionAttributeValues: { ':id': { S: 'b' } } }),
      0.5,
    ],
    [
      'a batch, each row by itself, also one that is not there',
      new BatchGetItemCommand({
        RequestItems: { [TableName]: { Keys: [key(1), key(2), key(99)], ConsistentRead: true } },
      }),
      3,
    ],
    [
      'a transaction twice',
      new TransactGetItemsCommand({
        TransactItems: [{ Get: { TableName, Key: key(1) } }, { Get: { TableName, Key: key(2) } }],
      }),
      4,
    ],
    ['a scan', new ScanCommand({ TableName, ConsistentRead: true }), 2],
  ])('%s', async (_, command, reads) => {
    await client.send(command as never);
    expect(counted).toMatchObject([{ reads, writes: 0 }]);
  });

  test.each([
    ['a put', new PutItemCommand({ TableName, Item: row(10) }), 1],
    ['a put in the place of a larger row', new PutItemCommand({ TableName, Item: row(1) }), 2],
    [
      'an update that makes a row larger',
      new UpdateItemCommand({
        TableName,
        Key: key(10),
        UpdateExpression: 'SET #text = :text',
        ExpressionAttributeNames: { '#text': 'text' },
        ExpressionAttributeValues: { ':text': { S: 'x'.repeat(2 * KB) } },
      }),
      3,
    ],
    ['a deletion of that row', new DeleteItemCommand({ TableName, Key: key(10) }), 3],
    [
      'a batch',
      new BatchWriteItemCommand({
        RequestItems: {
          [TableName]: [{ PutRequest: { Item: row(11) } }, { PutRequest: { Item: row(12, 3 * KB) } }],
        },
      }),
      5,
    ],
    [
      'a transaction twice, of which DynamoDB Local says the half at most',
      new TransactWriteItemsCommand({
        TransactItems: [21, 22, 23].map((n) => ({ Put: { TableName, Item: row(n) } })),
      }),
      6,
    ],
  ])('%s', async (_, command, writes) => {
    await client.send(command as never);
    expect(counted).toMatchObject([{ writes, reads: 0 }]);
  });

  test('a put whose condition is not met, though it was refused', async () => {
    const refused = client.send(
      new PutItemCommand({ TableName, Item: row(2), ConditionExpression: 'attribute_not_exists(id)' }),
    );
    await expect(refused).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(counted).toEqual([{ operation: 'PutItem', reads: 0, writes: 2 }]);
  });

  test('a transaction that is cancelled', async () => {
    const cancelled = client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: row(31) } },
          { ConditionCheck: { TableName, Key: key(99), ConditionExpression: 'attribute_exists(id)' } },
        ],
      }),
    );
    await expect(cancelled).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(counted).toMatchObject([{ writes: 4 }]);
  });
});

test('the meter refuses to let through what it does not know', async () => {
  await expect(client.send(new ListTablesCommand({}) as never)).rejects.toThrow('ListTables');
});
