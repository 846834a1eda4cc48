import type { Audit, AuditRecord, AuditTrail } from '../../chat/audit-ports.ts';
import type { Page, PageRequest } from '../../chat/page.ts';
import { newAuditKey, readAuditCursor } from '../audit-keys.ts';

export function memoryAudit(): Audit & AuditTrail {
  const records = new Map<string, AuditRecord>();

  const page = (
    isMeant: (record: AuditRecord) => boolean,
    { cursor, limit }: PageRequest,
  ): Page<AuditRecord> => {
    const end = cursor === undefined ? undefined : readAuditCursor(cursor);
    const keys = [...records]
      .filter(([key, record]) => isMeant(record) && (end === undefined || key < end))
      .map(([key]) => key)
      .sort()
      .reverse();
    const items = keys.slice(0, limit);
    const next = items.at(-1);
    return {
      items: items.map((key) => records.get(key) as AuditRecord),
      ...(keys.length > limit && next !== undefined && { next }),
    };
  };

  return {
    async record(record) {
      records.set(newAuditKey(record.at), record);
    },

    async of(person, request) {
      return page((record) => record.person === person, request);
    },

    async recent({ since, until }, request) {
      return page(({ at }) => at >= since && at <= until, request);
    },
  };
}
