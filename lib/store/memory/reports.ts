import type { Report, ReportReview, Reports, ReviewedReport } from '../../chat/report-ports.ts';
import { readReportCursor, reportCursor } from '../cursors.ts';
import type { Forgetful } from './erasure.ts';

export function memoryReports(): Reports & ReportReview & Forgetful {
  const all = new Map<string, ReviewedReport>();
  // As names sort: this is less than all that they may be made of.
  const keyOf = ({ about, by }: Pick<Report, 'about' | 'by'>) => `${about}#${by}`;

  return {
    async add(report) {
      all.set(keyOf(report), report);
    },

    async list(state, { cursor, limit }) {
      const start = cursor === undefined ? '' : keyOf(readReportCursor(cursor));
      const found = [...all.values()]
        .filter((report) => (report.closedAt === undefined) === (state === 'open') && keyOf(report) > start)
        .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      const items = found.slice(0, limit).map(({ entries: _, ...report }) => report);
      const last = items.at(-1);
      return { items, ...(found.length > limit && last && { next: reportCursor(last) }) };
    },

    async find(about, by) {
      return all.get(keyOf({ about, by }));
    },

    async close({ about, by, at }, closing) {
      const report = all.get(keyOf({ about, by }));
      if (report?.at !== at) return false;
      all.set(keyOf(report), { ...report, ...closing });
      return true;
    },

    async by(person) {
      return [...all.values()].filter(({ by }) => by === person).map(({ about, at }) => ({ about, at }));
    },

    forget(person) {
      for (const [key, { note: _, ...report }] of all) {
        if (report.by === person) all.delete(key);
        else if (report.about === person) all.set(key, { ...report, entries: [] });
      }
    },
  };
}
