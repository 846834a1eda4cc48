import type { Connections } from '../../chat/ports.ts';
import type { Row, Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

export function dynamodbConnections(table: Table): Connections {
  return {
    async hold({ person, connectionId, session, leaseEndsAt }) {
      await table.put({ person, connectionId, session, leaseEndsAt, ...timeToLive(leaseEndsAt) });
    },

    async remove(person, connectionId) {
      await table.remove({ person, connectionId });
    },

    async live(person, now) {
      const { rows } = await table.query({
        KeyConditionExpression: 'person = :person',
        FilterExpression: 'leaseEndsAt > :now',
        values: { ':person': person, ':now': now },
      });
      return rows.map(toConnection);
    },
  };
}

function toConnection(row: Row) {
  return {
    person: row.person as string,
    connectionId: row.connectionId as string,
    session: row.session as string,
    leaseEndsAt: row.leaseEndsAt as number,
  };
}
