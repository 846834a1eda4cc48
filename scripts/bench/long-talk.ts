import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { tableEnvironment } from '../local/tables.ts';
import { writeRows } from './write-rows.ts';

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
  const conversation = conversationOf(...people);
  const rows = Array.from({ length: count }, (_, i) => ({
    conversation,
    ...entry(i + 1, count, people, now),
  }));
  await writeRows(client, tables.ENTRIES_TABLE, rows);
  const [one, other] = people;
  await writeRows(client, tables.PEOPLE_TABLE, [
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
