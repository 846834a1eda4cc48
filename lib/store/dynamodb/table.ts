import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** DynamoDB takes no more in one BatchGetItem. */
const MAX_KEYS_PER_BATCH = 100;

/** Asked again this often for what a BatchGetItem left out under load. */
const MAX_BATCH_TRIES = 5;

/** An item or key in JavaScript's own values. */
export type Row = Record<string, unknown>;

/** A query's input with plain values in place of DynamoDB's typed ones. */
export interface RowQuery
  extends Omit<QueryCommandInput, 'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'> {
  readonly values: Row;
  readonly startAfter?: Row | undefined;
}

/** The parts of an UpdateItem, with plain values. */
export interface Change {
  readonly update: string;
  readonly condition?: string | undefined;
  /** What the names that begin with # stand for; of a list, each for itself: `#name` for `name`. */
  readonly fields: readonly string[] | Readonly<Record<string, string>>;
  readonly values: Row;
  readonly answers?: 'the row before';
}

/** The change that puts these fields in place of what is there, and takes others away. */
export function setting(fields: Row, removed: readonly string[] = []): Change {
  const names = Object.keys(fields);
  const set = names.map((name) => `#${name} = :${name}`).join(', ');
  const gone = removed.map((name) => `#${name}`).join(', ');
  return {
    update: [set && `SET ${set}`, gone && `REMOVE ${gone}`].filter(Boolean).join(' '),
    fields: [...names, ...removed],
    values: Object.fromEntries(names.map((name) => [`:${name}`, fields[name]])),
  };
}

export interface RowPage {
  readonly rows: Row[];
  /** Where it goes on, if it does. */
  readonly last: Row | undefined;
  /** Whether the query stopped at its limit, or at DynamoDB's 1 MB, before it had read all. */
  readonly more: boolean;
}

/** One DynamoDB table, spoken to in plain values. */
export interface Table {
  readonly name: string;
  get(key: Row, options?: { strong: boolean }): Promise<Row | undefined>;
  put(row: Row): Promise<void>;
  /** Undefined if the row is new and now there; otherwise, unchanged, the row that was in its place (on dynalite, an empty one). */
  putNew(row: Row, partitionKey: string): Promise<Row | undefined>;
  /** Those of the rows that are there, in any order, strongly read; at most 100 are asked for at a time. */
  getAll(keys: readonly Row[], projection?: string): Promise<Row[]>;
  /**
   * Changes a row, making it if there is none, and answers it as it is after that, or, where that is wanted, as it was;
   * with nothing in it where the condition is not met.
   */
  update(key: Row, change: Change): Promise<{ row: Row; wasMet: boolean }>;
  remove(key: Row): Promise<void>;
  /** Removes the row and tells what it was; of several at the same time, one is told. */
  take(key: Row, partitionKey: string): Promise<Row | undefined>;
  query(query: RowQuery): Promise<RowPage>;
}

export function dynamodbTable(client: DynamoDBClient, name: string): Table {
  return {
    name,

    async get(key, { strong } = { strong: false }) {
      const command = new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: strong });
      const { Item } = await client.send(command);
      return Item && unmarshall(Item);
    },

    async put(row) {
      await client.send(new PutItemCommand({ TableName: name, Item: marshall(row) }));
    },

    async putNew(row, partitionKey) {
      const command = new PutItemCommand({
        TableName: name,
        Item: marshall(row),
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': partitionKey },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      const answer = await orConditionFailed(client.send(command));
      if (!(answer instanceof ConditionalCheckFailedException)) return undefined;
      return answer.Item ? unmarshall(answer.Item) : {};
    },

    async getAll(keys, ProjectionExpression) {
      // To DynamoDB, a key that is asked for twice is a mistake.
      const each = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
      const rows: Row[] = [];
      for (let first = 0; first < each.length; first += MAX_KEYS_PER_BATCH) {
        const batch = each.slice(first, first + MAX_KEYS_PER_BATCH);
        rows.push(...(await getBatch(client, name, batch, ProjectionExpression)));
      }
      return rows;
    },

    async update(key, { update, condition, fields, values, answers }) {
      const command = new UpdateItemCommand({
        TableName: name,
        Key: marshall(key),
        UpdateExpression: update,
        ConditionExpression: condition,
        ExpressionAttributeNames: attributeNames(fields),
        ExpressionAttributeValues: Object.keys(values).length === 0 ? undefined : marshall(values),
        ReturnValues: answers === undefined ? 'ALL_NEW' : 'ALL_OLD',
      });
      const answer = await orConditionFailed(client.send(command));
      if (answer instanceof ConditionalCheckFailedException) return { row: {}, wasMet: false };
      return { row: answer.Attributes ? unmarshall(answer.Attributes) : {}, wasMet: true };
    },

    async remove(key) {
      await client.send(new DeleteItemCommand({ TableName: name, Key: marshall(key) }));
    },

    async take(key, partitionKey) {
      const command = new DeleteItemCommand({
        TableName: name,
        Key: marshall(key),
        // DynamoDB Local tells several at once what they have deleted, unless there is a condition to be met.
        ConditionExpression: 'attribute_exists(#key)',
        ExpressionAttributeNames: { '#key': partitionKey },
        ReturnValues: 'ALL_OLD',
      });
      const answer = await orConditionFailed(client.send(command));
      if (answer instanceof ConditionalCheckFailedException) return undefined;
      return answer.Attributes && unmarshall(answer.Attributes);
    },

    async query({ values, startAfter, ...query }) {
      const command = new QueryCommand({
        ...query,
        TableName: name,
        ExpressionAttributeValues: marshall(values),
        ExclusiveStartKey: startAfter && marshall(startAfter),
      });
      const { Items = [], LastEvaluatedKey } = await client.send(command);
      const last = LastEvaluatedKey && unmarshall(LastEvaluatedKey);
      return { rows: Items.map((item) => unmarshall(item)), last, more: last !== undefined };
    },
  };
}

function attributeNames(fields: Change['fields']): Record<string, string> {
  const pairs = Array.isArray(fields) ? fields.map((field) => [field, field]) : Object.entries(fields);
  return Object.fromEntries(pairs.map(([name, field]) => [`#${name}`, field]));
}

async function getBatch(
  client: DynamoDBClient,
  table: string,
  batch: readonly Row[],
  ProjectionExpression: string | undefined,
): Promise<Row[]> {
  const rows: Row[] = [];
  let keys = batch.map((key) => marshall(key));
  for (let tries = 0; keys.length > 0 && tries < MAX_BATCH_TRIES; tries += 1) {
    const request = { Keys: keys, ProjectionExpression, ConsistentRead: true };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [table]: request } }));
    rows.push(...(answer.Responses?.[table] ?? []).map((item) => unmarshall(item)));
    keys = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  if (keys.length > 0)
    throw new Error(`BatchGetItem left ${keys.length} keys after ${MAX_BATCH_TRIES} tries`);
  return rows;
}

/** What a write was answered; that its condition is not met is an answer as well. */
async function orConditionFailed<Output>(
  answer: Promise<Output>,
): Promise<Output | ConditionalCheckFailedException> {
  return answer.catch((error: unknown) => {
    if (error instanceof ConditionalCheckFailedException) return error;
    throw error;
  });
}
