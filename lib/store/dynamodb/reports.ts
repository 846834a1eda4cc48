import type { Report, Reports } from '../../chat/report-ports.ts';
import type { Table } from './table.ts';

/** Where no name can be, for those who run the chat to look through. */
export const REPORTS = '#reports';

export function reportKey({ about, by }: Pick<Report, 'about' | 'by'>) {
  return { person: REPORTS, record: `${about}#${by}` };
}

export function dynamodbReports(people: Table): Reports {
  return {
    async add({ by, about, ...report }) {
      await people.put({ ...reportKey({ about, by }), ...report });
    },
  };
}
