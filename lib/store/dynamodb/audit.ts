import { AUDIT_KEPT_MS, type Audit } from '../../chat/audit-ports.ts';
import { dayOf, newAuditKey } from '../audit-keys.ts';
import type { Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** In whose place a record is of whom nobody is known: no name has such characters. */
export const NOBODY = '#nobody';

/** The writing side, which is all that the application's roles allow: `dynamodb:PutItem`, on rows that are not there. */
export function dynamodbAudit(table: Table): Audit {
  return {
    async record({ person = NOBODY, at, ...record }) {
      const key = newAuditKey(at);
      const row = { ...record, at, person, record: key, day: dayOf(key), ...timeToLive(at + AUDIT_KEPT_MS) };
      // A row that is there is this one: the SDK repeats a put whose answer got lost.
      await table.putNew(withoutUndefined(row), 'person');
    },
  };
}

function withoutUndefined(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
