import {
  type BatchGetItemCommandInput,
  type BatchWriteItemCommandInput,
  ConditionalCheckFailedException,
  type QueryCommandInput,
  type TransactGetItemsCommandInput,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Item, itemBytes } from './item-size.ts';
import type { SeenTables } from './seen-tables.ts';
import { readUnits, TRANSACTION_FACTOR } from './units.ts';
import { unitsOfRefusedWrite, unitsOfWrite } from './write-cost.ts';

/** What AWS would bill for a request. */
export interface Units {
  readonly reads: number;
  readonly writes: number;
}

/** Has the request sent, once, and says what it costs, be it done or refused. */
export type Measure = (input: never, send: () => Promise<void>, tables: SeenTables) => Promise<Units>;

/** By the operations' names. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  GetItem: async ({ TableName, Key, ConsistentRead }, send, tables) => {
    await quietly(send);
    const item = await tables.item(TableName, Key);
    return reading(readUnits(itemBytes(item ?? {}), { strong: ConsistentRead === true }));
  },

  BatchGetItem: async (input: BatchGetItemCommandInput, send, tables) => {
    await quietly(send);
    // Each item is rounded up by itself.
    const items = await tables.items(input);
    return reading(sum(items.map(({ item, strong }) => readUnits(itemBytes(item ?? {}), { strong }))));
  },

  Query: async (input: QueryCommandInput, send, tables) => {
    await quietly(send);
    // All that is read together is rounded up once.
    return reading(readUnits(await tables.bytesOf(input), { strong: input.ConsistentRead === true }));
  },

  Scan: async ({ TableName, ConsistentRead }, send, tables) => {
    await quietly(send);
    return reading(readUnits(await tables.bytesOfAll(TableName), { strong: ConsistentRead === true }));
  },

  PutItem: async ({ TableName, Item }, send, tables) =>
    writing(await unitsOfOne(tables, { TableName, Key: tables.keyOf(TableName, Item), Item }, send)),

  UpdateItem: async ({ TableName, Key }, send, tables) =>
    writing(await unitsOfOne(tables, { TableName, Key }, send)),

  DeleteItem: async ({ TableName, Key }, send, tables) =>
    writing(await unitsOfOne(tables, { TableName, Key }, send)),

  BatchWriteItem: async (input: BatchWriteItemCommandInput, send, tables) => {
    const requests = Object.entries(input.RequestItems ?? {}).flatMap(([TableName, written]) =>
      written.map(({ PutRequest, DeleteRequest }) => ({
        TableName,
        Key: PutRequest ? tables.keyOf(TableName, PutRequest.Item ?? {}) : (DeleteRequest?.Key ?? {}),
        Item: PutRequest?.Item,
      })),
    );
    return writing(await unitsOfSeveral(tables, requests, send));
  },

  TransactWriteItems: async (input: TransactWriteItemsCommandInput, send, tables) => {
    const requests = (input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => {
      const { TableName, Key, Item } = Object(Put ?? Update ?? Delete ?? ConditionCheck) as OneWrite;
      return { TableName, Key: Item ? tables.keyOf(TableName, Item) : Key, Item };
    });
    return writing(TRANSACTION_FACTOR * (await unitsOfSeveral(tables, requests, send)));
  },

  TransactGetItems: async (input: TransactGetItemsCommandInput, send, tables) => {
    await quietly(send);
    const gets = (input.TransactItems ?? []).map(({ Get }) => tables.item(Get?.TableName, Get?.Key));
    const items = await Promise.all(gets);
    const units = items.map((item) => readUnits(itemBytes(item ?? {}), { strong: true }));
    return reading(TRANSACTION_FACTOR * sum(units));
  },
};

interface OneWrite {
  readonly TableName: string | undefined;
  readonly Key: Item | undefined;
  /** Of a put, what is to be there. */
  readonly Item?: Item | undefined;
}

function unitsOfOne(tables: SeenTables, request: OneWrite, send: () => Promise<void>): Promise<number> {
  return unitsOfSeveral(tables, [request], send);
}

async function unitsOfSeveral(
  tables: SeenTables,
  requests: readonly OneWrite[],
  send: () => Promise<void>,
): Promise<number> {
  const look = () => Promise.all(requests.map(({ TableName, Key }) => tables.item(TableName, Key)));
  const before = await look();
  const isDone = await quietly(send);
  const after = isDone ? await look() : [];
  const units = requests.map(({ TableName, Item }, i) =>
    isDone
      ? unitsOfWrite(tables.shape(TableName), before[i], after[i])
      : unitsOfRefusedWrite(before[i], Item),
  );
  return sum(units);
}

/** Whether it was done. What has gone wrong is told to whoever has asked, when it has been counted. */
async function quietly(send: () => Promise<void>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException || isCancelled(error)) return false;
    throw error;
  }
}

function isCancelled(error: unknown): boolean {
  return (error as Error).name === 'TransactionCanceledException';
}

function reading(reads: number): Units {
  return { reads, writes: 0 };
}

function writing(writes: number): Units {
  return { reads: 0, writes };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
