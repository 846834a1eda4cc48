import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { tableEnvironment } from '../local/tables.ts';

/** DynamoDB takes no more in one request. */
const MAX_BATCH = 25;
const AT_ONCE = 8;

const MINUTE_MS = 60_000;

/** Of several lengths, as people's are. */
const SENTENCES = [
  'Yes.',
  'I have thought about it, and I would rather go on Thursday.',
  'Did you see the heron on the pond this morning? It stood there for an hour, and nobody dared to go past it.',
  'On my way!',
  'The second half is better than the first, but read the first all the same: without it the end makes no sense. I have put a slip of paper in at the place where it begins to be good.',
];

/**
 * Writes a conversation of any length straight into a local system's tables; by sending, it would take minutes.
 * @param endpoint where the system's DynamoDB is
 * @param people their names; they write in turns, two messages each, a minute apart
 */
export async function writeLongTalk(
  endpoint: string,
  people: readonly [string, string],
  count: number,
): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const tables = tableEnvironment(LOCAL_STAGE);
  const now = Date.now();
  const write = (table: string | undefined, rows: readonly object[]) =>
    client.send(
      new BatchWriteItemCommand({
        RequestItems: { [table ?? '']: rows.map((row) => ({ PutRequest: { Item: marshall(row) } })) },
      }),
    );

  const conversation = conversationOf(...people);
  const rows = Array.from({ length: count }, (_, i) => ({
    conversation,
    ...entry(i + 1, count, people, now),
  }));
  const batches = Array.from({ length: Math.ceil(count / MAX_BATCH) }, (_, i) =>
    rows.slice(i * MAX_BATCH, (i + 1) * MAX_BATCH),
  );
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift())
        await write(tables.ENTRIES_TABLE, batch);
    }),
  );
  const [one, other] = people;
  await write(tables.PEOPLE_TABLE, [
    { person: one, record: `peer#${other}`, activeAt: now },
    { person: other, record: `peer#${one}`, activeAt: now },
  ]);
  client.destroy();
}

function entry(seq: number, count: number, people: readonly [string, string], now: number): Entry {
  const from = people[Math.floor(seq / 2) % 2] ?? people[0];
  const text = `${seq}. ${SENTENCES[seq % SENTENCES.length]}`;
  const at = now - (count - seq) * MINUTE_MS;
  return { kind: 'message', seq, from, clientId: `written-${seq}`, at, messages: seq, text };
}
