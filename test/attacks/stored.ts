import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { expect } from '@jest/globals';

/** The tables of what people have; the environment says where they are, as it does to the functions. */
const TABLES = ['PEOPLE_TABLE', 'ENTRIES_TABLE', 'CONNECTIONS_TABLE'] as const;

export type StoredRow = Readonly<Record<string, unknown>>;

let client: DynamoDBClient | undefined;

/** Every row of every table but what counts tries, in an order that does not change by itself. */
export async function everythingStored(): Promise<StoredRow[]> {
  client ??= new DynamoDBClient({});
  const rows = await Promise.all(TABLES.map((name) => rowsOf(process.env[name] ?? '')));
  return rows.flat();
}

async function rowsOf(TableName: string): Promise<StoredRow[]> {
  const rows: string[] = [];
  let ExclusiveStartKey: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await (client as DynamoDBClient).send(new ScanCommand({ TableName, ExclusiveStartKey }));
    const items = (page.Items ?? []).map((item) => unmarshall(item));
    // That a guess is counted is what is meant to come of it.
    const kept = items.filter(({ connectionId }) => connectionId !== 'throttle');
    for (const row of kept) rows.push(JSON.stringify(sorted(row)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return rows.sort().map((row) => JSON.parse(row) as StoredRow);
}

/** Fails if a row has come, gone or changed since, but for those whose time was over: DynamoDB removes them when it likes. */
export async function expectNothingChanged(before: readonly StoredRow[]): Promise<void> {
  const after = await everythingStored();
  const nowS = Math.floor(Date.now() / 1_000);
  const lasting = ({ ttl = Number.POSITIVE_INFINITY }: StoredRow) => (ttl as number) > nowS;
  expect(after.filter(lasting)).toEqual(before.filter(lasting));
}

function sorted(row: Record<string, unknown>): object {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Set ? [...value].sort() : value,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

export function stopLooking(): void {
  client?.destroy();
  client = undefined;
}
