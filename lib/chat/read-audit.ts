import { recordEvent } from './audit.ts';
import type { AuditRecord } from './audit-ports.ts';
import type { Chat, OperatorStore } from './ports.ts';

const RECORDS_PER_PAGE = 100;

/** What an operator wants to read of the audit trail. */
export interface AuditWish {
  /** Of whom; undefined is everybody. */
  readonly person?: string | undefined;
  /** ms since 1970; nothing older. */
  readonly since: number;
  /** No more than so many, the latest. */
  readonly most: number;
}

/** The latest of what was written down, the latest first; that it is read is written down after it. */
export async function readAudit(
  chat: Pick<OperatorStore, 'auditTrail'> & Pick<Chat, 'audit' | 'clock' | 'caller'>,
  { person, since, most }: AuditWish,
  by: string,
): Promise<AuditRecord[]> {
  const { auditTrail, clock } = chat;
  const span = { since, until: clock.now() };
  const records: AuditRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = { cursor, limit: Math.min(RECORDS_PER_PAGE, most - records.length) };
    const read =
      person === undefined ? await auditTrail.recent(span, page) : await auditTrail.of(person, page);
    const isOver = read.items.some(({ at }) => at < since);
    records.push(...read.items.filter(({ at }) => at >= since));
    cursor = isOver ? undefined : read.next;
  } while (cursor !== undefined && records.length < most);
  await recordEvent(chat, 'looked-up', {
    ...(person !== undefined && { person }),
    by,
    details: { what: 'audit trail' },
  });
  return records;
}
