import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { conversationOf } from '../../lib/chat/conversation.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { tableEnvironment } from '../local/tables.ts';
import { checkLogs, type Logs, type Seen } from '../simulate/check/logs.ts';
import { checkShown } from '../simulate/check/shown.ts';
import { type Violation, Violations } from '../simulate/check/violation.ts';
import { type Happening, readHistory } from './history.ts';

/**
 * Holds what docs/delivery.md promises against a history and the table, and nothing else: neither the chat's own reading of its
 * store, nor anything that the run knew.
 * @param endpoint DynamoDB's, with no proxy in between
 * @param people all between whom there may be a conversation
 */
export async function check(
  historyFile: string,
  endpoint: string,
  people: readonly string[],
): Promise<{ violations: readonly Violation[]; entries: number }> {
  const happenings = readHistory(historyFile);
  const violations = new Violations();
  const logs = await readLogs(endpoint, people);
  checkLogs(logs, seenIn(happenings), violations);
  for (const happening of happenings) {
    if (happening.what === 'reported') {
      violations.unless(false, 'a page reports no error', () => `${happening.page}: ${happening.error}`);
    }
    if (happening.what !== 'shows') continue;
    const { page, person, with: peer, last } = happening;
    const log = logs.get(conversationOf(person, peer)) ?? [];
    const where = `${page} of ${peer}`;
    violations.unless(last === log.length, 'a page holds the end of the log', () => {
      return `${where}: up to ${last} of ${log.length}`;
    });
    checkShown(where, happening, log, [], violations);
  }
  const entries = [...logs.values()].reduce((sum, log) => sum + log.length, 0);
  return { violations: violations.all, entries };
}

function seenIn(happenings: readonly Happening[]): Seen {
  const seen = {
    typed: [] as Seen['typed'][number][],
    answers: [] as Seen['answers'][number][],
    sentAt: new Map<string, number>(),
    answeredAt: new Map<string, number>(),
  };
  happenings.forEach((happening, moment) => {
    if (happening.what === 'typed') seen.typed.push(happening);
    if (happening.what === 'sent') {
      for (const clientId of happening.clientIds) noteFirst(seen.sentAt, clientId, moment);
    }
    if (happening.what === 'answered') {
      const { from, with: peer, stored } = happening;
      seen.answers.push(...stored.map((each) => ({ ...each, from, with: peer })));
      for (const { clientId } of stored) noteFirst(seen.answeredAt, clientId, moment);
    }
  });
  return seen;
}

function noteFirst(moments: Map<string, number>, clientId: string, moment: number): void {
  if (!moments.has(clientId)) moments.set(clientId, moment);
}

async function readLogs(endpoint: string, people: readonly string[]): Promise<Logs> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const names = new Set(people.flatMap((one) => people.map((other) => conversationOf(one, other))));
  const logs = new Map<string, readonly Entry[]>();
  for (const name of names) logs.set(name, await readLog(client, name));
  client.destroy();
  return logs;
}

async function readLog(client: DynamoDBClient, conversation: string): Promise<Entry[]> {
  const log: Entry[] = [];
  let last: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableEnvironment(LOCAL_STAGE).ENTRIES_TABLE,
        KeyConditionExpression: 'conversation = :conversation',
        ExpressionAttributeValues: { ':conversation': { S: conversation } },
        ConsistentRead: true,
        ExclusiveStartKey: last,
      }),
    );
    log.push(...(page.Items ?? []).map((item) => unmarshall(item) as Entry));
    last = page.LastEvaluatedKey as typeof last;
  } while (last);
  return log;
}
