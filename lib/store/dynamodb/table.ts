import {
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

/** An item or key in JavaScript's own values. */
export type Row = Record<string, unknown>;

/** A query's input with plain values in place of DynamoDB's typed ones. */
export interface RowQuery
  extends Omit<QueryCommandInput, 'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'> {
  readonly values: Row;
  readonly startAfter?: Row | undefined;
}

export interface RowPage {
  readonly rows: Row[];
  /** Whether the query stopped at its limit, or at DynamoDB's 1 MB, before it had read all. */
  readonly more: boolean;
}

/** One DynamoDB table, spoken to in plain values. */
export interface Table {
  readonly name: string;
  get(key: Row, options?: { strong: boolean }): Promise<Row | undefined>;
  put(row: Row): Promise<void>;
  /** Undefined if the row is new and now there; otherwise, unchanged, the row that was in its place. */
  putNew(row: Row, partitionKey: string): Promise<Row | undefined>;
  /** Sets a number, making the row if there is none, unless the row has that number or a greater one. */
  raise(key: Row, field: string, value: number): Promise<void>;
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

    async raise(key, field, value) {
      const command = new UpdateItemCommand({
        TableName: name,
        Key: marshall(key),
        UpdateExpression: 'SET #field = :value',
        ConditionExpression: 'attribute_not_exists(#field) OR #field < :value',
        ExpressionAttributeNames: { '#field': field },
        ExpressionAttributeValues: marshall({ ':value': value }),
      });
      await orConditionFailed(client.send(command));
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
      return { rows: Items.map((item) => unmarshall(item)), more: LastEvaluatedKey !== undefined };
    },
  };
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
