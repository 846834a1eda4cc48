import type { EntriesStore, FoundEntry } from '../../chat/ports.ts';
import type { Entry } from '../../protocol/entries.ts';
import { type Row, type RowQuery, setting, type Table } from './table.ts';

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
      const taken = await table.putNew({ conversation, ...entry }, 'conversation');
      if (!taken) return undefined;
      // dynalite tells that there is one, but not which.
      return taken.seq === undefined ? entryAt(table, conversation, entry.seq) : toEntry(taken);
    },

    async find(places) {
      const rows = await table.getAll(places.map(({ conversation, seq }) => ({ conversation, seq })));
      return rows.map((row) => ({
        conversation: row.conversation as string,
        seq: row.seq as number,
        ...toFound(row),
      }));
    },

    async editsOf(conversation, target, last) {
      const seqs: number[] = [];
      let startAfter: Row | undefined;
      do {
        const page = await table.query({
          KeyConditionExpression: 'conversation = :conversation AND seq BETWEEN :first AND :last',
          FilterExpression: '#kind = :edit AND #target = :target',
          ExpressionAttributeNames: { '#kind': 'kind', '#target': 'target' },
          ProjectionExpression: 'seq',
          values: {
            ':conversation': conversation,
            ':first': target + 1,
            ':last': last,
            ':edit': 'edit',
            ':target': target,
          },
          startAfter,
          ConsistentRead: true,
        });
        seqs.push(...page.rows.map((row) => row.seq as number));
        startAfter = page.last;
      } while (startAfter);
      return seqs;
    },

    async noteEdit(conversation, target, seq) {
      await table.update(
        { conversation, seq: target },
        {
          update: 'SET #lastEdit = :seq',
          condition: 'attribute_exists(#kind) AND (attribute_not_exists(#lastEdit) OR #lastEdit < :seq)',
          fields: ['lastEdit', 'kind'],
          values: { ':seq': seq },
        },
      );
    },

    scrub: (conversation, seqs) => setInAll(table, conversation, seqs, { text: '', gone: 'deleted' }),

    unreact: (conversation, seqs) => setInAll(table, conversation, seqs, { emoji: null }),
  };
}

/** Of what is there alone: no entry comes to be by this. */
async function setInAll(
  table: Table,
  conversation: string,
  seqs: readonly number[],
  fields: Row,
): Promise<void> {
  const change = { ...setting(fields), condition: 'attribute_exists(conversation)' };
  await Promise.all(seqs.map((seq) => table.update({ conversation, seq }, change)));
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

async function entryAt(table: Table, conversation: string, seq: number): Promise<Entry> {
  return toEntry((await table.get({ conversation, seq }, { strong: true })) as Row);
}

function toEntry(row: Row): Entry {
  return toFound(row).entry;
}

function toFound({ conversation: _, lastEdit, ...entry }: Row): FoundEntry {
  return {
    entry: entry as unknown as Entry,
    ...(lastEdit !== undefined && { lastEdit: lastEdit as number }),
  };
}
