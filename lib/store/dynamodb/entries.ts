import type { EntriesStore } from '../../chat/ports.ts';
import type { Entry } from '../../protocol/entries.ts';
import type { Row, RowQuery, Table } from './table.ts';

export function dynamodbEntries(table: Table): EntriesStore {
  return {
    async from(conversation, seq, limit, { strong } = { strong: false }) {
      const rows = await queryUpTo(table, limit, conversation, {
        KeyConditionExpression: 'conversation = :conversation AND seq >= :seq',
        values: { ':conversation': conversation, ':seq': seq },
        ConsistentRead: strong,
      });
      return rows.map(toEntry);
    },

    async before(conversation, seq, limit) {
      const rows = await queryUpTo(table, limit, conversation, {
        KeyConditionExpression: 'conversation = :conversation AND seq < :seq',
        values: { ':conversation': conversation, ':seq': seq },
        ConsistentRead: true,
        ScanIndexForward: false,
      });
      return rows.map(toEntry).reverse();
    },

    async put(conversation, entry) {
      return (await table.putNew({ conversation, ...entry }, 'conversation')) === undefined;
    },
  };
}

/** Goes on where DynamoDB ends a page at 1 MB: a hundred of the longest texts are more than that. */
async function queryUpTo(table: Table, limit: number, conversation: string, query: RowQuery): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const startAfter = last && { conversation, seq: last.seq };
    const page = await table.query({ ...query, startAfter, Limit: limit - rows.length });
    rows.push(...page.rows);
    if (!page.more || rows.length >= limit) return rows;
  }
}

function toEntry({ conversation: _, ...entry }: Row): Entry {
  return entry as unknown as Entry;
}
