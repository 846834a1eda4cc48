import { CLOSED_REPORT_KEPT_MS, type ReportReview, type ReviewedReport } from '../../chat/report-ports.ts';
import { readReportCursor, reportCursor } from '../cursors.ts';
import { REPORTS, reportKey } from './reports.ts';
import { type Row, setting, type Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** What operators see and do of reports; no function has it in its bundle. */
export function dynamodbReportReview(people: Table): ReportReview {
  return {
    async list(state, { cursor, limit }) {
      const rows: Row[] = [];
      let startAfter: Row | undefined =
        cursor === undefined ? undefined : reportKey(readReportCursor(cursor));
      do {
        const page = await people.query({
          KeyConditionExpression: 'person = :reports',
          FilterExpression: `attribute_${state === 'open' ? 'not_' : ''}exists(closedAt)`,
          ProjectionExpression: '#record, #at, #reason, #seq, #note, closedBy, closedAt',
          ExpressionAttributeNames: {
            '#record': 'record',
            '#at': 'at',
            '#reason': 'reason',
            '#seq': 'seq',
            '#note': 'note',
          },
          values: { ':reports': REPORTS },
          startAfter,
          ConsistentRead: true,
        });
        rows.push(...page.rows);
        startAfter = page.last;
      } while (startAfter && rows.length <= limit);
      const items = rows.slice(0, limit).map(toReport);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last && { next: reportCursor(last) }) };
    },

    async find(about, by) {
      const row = await people.get(reportKey({ about, by }), { strong: true });
      return row && toReport(row);
    },

    async close({ about, by, at }, closing) {
      const fields = { ...closing, ...timeToLive(closing.closedAt + CLOSED_REPORT_KEPT_MS) };
      const change = setting(fields);
      const { wasMet } = await people.update(reportKey({ about, by }), {
        ...change,
        // A newer one in its place says something that nobody has looked into.
        condition: '#at = :at',
        fields: [...Object.keys(fields), 'at'],
        values: { ...change.values, ':at': at },
      });
      return wasMet;
    },
  };
}

function toReport({ person: _, record, ttl: __, ...report }: Row): ReviewedReport {
  const [about, by] = (record as string).split('#');
  // Those of before there were reasons have none.
  return { reason: 'other', ...report, about, by } as unknown as ReviewedReport;
}
