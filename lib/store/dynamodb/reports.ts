import type { Report, Reports } from '../../chat/report-ports.ts';
import type { Row, Table } from './table.ts';

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

    async by(person) {
      const found: Pick<Report, 'about' | 'at'>[] = [];
      let startAfter: Row | undefined;
      do {
        const { rows, last } = await people.query({
          KeyConditionExpression: 'person = :reports',
          ExpressionAttributeNames: { '#record': 'record', '#at': 'at' },
          ProjectionExpression: '#record, #at',
          values: { ':reports': REPORTS },
          startAfter,
        });
        for (const { record, at } of rows) {
          const [about = '', by] = `${record}`.split('#');
          if (by === person) found.push({ about, at: at as number });
        }
        startAfter = last;
      } while (startAfter);
      return found;
    },
  };
}
