import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** DynamoDB takes no more in one request. */
const MAX_BATCH = 25;
const AT_ONCE = 8;

/** Writes rows straight into a local table, as fast as it takes them. */
export async function writeRows(
  client: DynamoDBClient,
  table: string | undefined,
  rows: Iterable<object>,
): Promise<void> {
  const left = rows[Symbol.iterator]();
  const lane = async () => {
    for (let batch = take(left); batch.length > 0; batch = take(left)) {
      const requests = batch.map((row) => ({ PutRequest: { Item: marshall(row) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table ?? '']: requests } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

function take(rows: Iterator<object>): object[] {
  const batch: object[] = [];
  while (batch.length < MAX_BATCH) {
    const { value, done } = rows.next();
    if (done) break;
    batch.push(value as object);
  }
  return batch;
}
