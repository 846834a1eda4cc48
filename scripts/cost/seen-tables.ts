import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { type Item, itemBytes } from './item-size.ts';
import type { TableShape } from './table-shapes.ts';

/** The tables as they are, seen without being counted. */
export class SeenTables {
  readonly #eye: DynamoDBClient;
  readonly #shapes: ReadonlyMap<string, TableShape>;

  constructor(eye: DynamoDBClient, shapes: ReadonlyMap<string, TableShape>) {
    this.#eye = eye;
    this.#shapes = shapes;
  }

  shape(table: string | undefined): TableShape {
    const shape = this.#shapes.get(table ?? '');
    if (!shape) throw new Error(`There is no table ${table}.`);
    return shape;
  }

  keyOf(table: string | undefined, item: Item): Item {
    const { keys } = this.shape(table);
    return Object.fromEntries(Object.entries(item).filter(([name]) => keys.includes(name)));
  }

  async item(TableName: string | undefined, Key: Item | undefined): Promise<Item | undefined> {
    const { Item } = await this.#eye.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item;
  }

  /** The size of all that a query goes through: its filter and its projection are applied to what has been read. */
  async bytesOf(input: QueryCommandInput): Promise<number> {
    const {
      FilterExpression: _,
      ProjectionExpression: __,
      ExpressionAttributeNames,
      ExpressionAttributeValues,
      ...query
    } = input;
    const used = input.KeyConditionExpression ?? '';
    const { Items = [] } = await this.#eye.send(
      new QueryCommand({
        ...query,
        ExpressionAttributeNames: mentioned(ExpressionAttributeNames, used),
        ExpressionAttributeValues: mentioned(ExpressionAttributeValues, used),
      }),
    );
    return Items.reduce((total, item) => total + itemBytes(item), 0);
  }

  async bytesOfAll(TableName: string | undefined): Promise<number> {
    const { Items = [] } = await this.#eye.send(new ScanCommand({ TableName }));
    return Items.reduce((total, item) => total + itemBytes(item), 0);
  }

  async items(input: BatchGetItemCommandInput): Promise<{ item: Item | undefined; strong: boolean }[]> {
    const found = await Promise.all(
      Object.entries(input.RequestItems ?? {}).map(async ([table, { Keys = [], ConsistentRead }]) => {
        const request = { [table]: { Keys, ConsistentRead: true } };
        const { Responses } = await this.#eye.send(new BatchGetItemCommand({ RequestItems: request }));
        const there = Responses?.[table] ?? [];
        const strong = ConsistentRead === true;
        const missing = Array.from({ length: Keys.length - there.length }, () => ({
          item: undefined,
          strong,
        }));
        return [...there.map((item) => ({ item, strong })), ...missing];
      }),
    );
    return found.flat();
  }
}

/** Those of the placeholders that an expression has; DynamoDB refuses the others. */
function mentioned<Value>(
  placeholders: Record<string, Value> | undefined,
  expression: string,
): Record<string, Value> | undefined {
  const used = Object.entries(placeholders ?? {}).filter(([name]) =>
    new RegExp(`${name}(?![\\w])`).test(expression),
  );
  return used.length === 0 ? undefined : Object.fromEntries(used);
}
