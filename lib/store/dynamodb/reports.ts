import type { Reports } from '../../chat/side-ports.ts';
import type { Table } from './table.ts';

/** Where no name can be, for those who run the chat to look through. */
export const REPORTS = '#reports';

export function dynamodbReports(people: Table): Reports {
  return {
    async add({ by, about, at, entries }) {
      await people.put({ person: REPORTS, record: `${about}#${by}`, at, entries });
    },
  };
}
