import type { AuditRecord, AuditTrail } from '../../chat/audit-ports.ts';
import type { Page } from '../../chat/page.ts';
import { auditKeysWithin, dayOf, readAuditCursor, timeOf } from '../audit-keys.ts';
import { NOBODY } from './audit.ts';
import type { Row, Table } from './table.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Before and behind every key there is. */
const BEFORE_ALL = '0';
const BEHIND_ALL = '~';

/** The reading side, for operators: no function has it in its bundle, nor the rights for it. */
export function dynamodbAuditTrail(table: Table): AuditTrail {
  /** The latest first, with one more than the page: that tells whether there is another. */
  const latest = async (
    partition: { readonly attribute: 'person' | 'day'; readonly value: string },
    keys: { readonly first: string; readonly last: string },
    limit: number,
  ): Promise<Row[]> => {
    const rows: Row[] = [];
    let startAfter: Row | undefined;
    do {
      const page = await table.query({
        ...(partition.attribute === 'day' && { IndexName: 'by-day' }),
        KeyConditionExpression: '#partition = :partition AND #record BETWEEN :first AND :last',
        ExpressionAttributeNames: { '#partition': partition.attribute, '#record': 'record' },
        values: { ':partition': partition.value, ':first': keys.first, ':last': keys.last },
        startAfter,
        ScanIndexForward: false,
        ConsistentRead: partition.attribute === 'person',
        Limit: limit - rows.length,
      });
      rows.push(...page.rows);
      startAfter = page.last;
    } while (startAfter && rows.length < limit);
    return rows;
  };

  return {
    async of(person, { cursor, limit }) {
      const last = cursor === undefined ? BEHIND_ALL : before(readAuditCursor(cursor));
      const rows = await latest(
        { attribute: 'person', value: person },
        { first: BEFORE_ALL, last },
        limit + 1,
      );
      return pageOf(rows, limit);
    },

    async recent({ since, until }, { cursor, limit }) {
      const keys = auditKeysWithin(since, until);
      const last = cursor === undefined ? keys.last : before(readAuditCursor(cursor));
      const rows: Row[] = [];
      let day = dayOf(last);
      while (day >= dayOf(keys.first) && rows.length <= limit) {
        const ofDay = { attribute: 'day', value: day } as const;
        rows.push(...(await latest(ofDay, { first: keys.first, last }, limit + 1 - rows.length)));
        day = dayBefore(day);
      }
      return pageOf(rows, limit);
    },
  };
}

/** Behind which all others lie that are older: one between the two would have the same random characters but for one. */
function before(key: string): string {
  return key.slice(0, -1);
}

function dayBefore(day: string): string {
  return dayOf(new Date(timeOf(day) - DAY_MS).toISOString());
}

function pageOf(rows: readonly Row[], limit: number): Page<AuditRecord> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(toRecord), ...(rows.length > limit && last && { next: last.record as string }) };
}

function toRecord({ person, record: _, day: __, ttl: ___, ...record }: Row): AuditRecord {
  return { ...record, ...(person !== NOBODY && { person }) } as unknown as AuditRecord;
}
