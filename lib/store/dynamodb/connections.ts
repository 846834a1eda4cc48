import { SOCKET_LIFETIME_MS } from '../../chat/close-connections.ts';
import type { Connection, Connections } from '../../chat/connection-ports.ts';
import { removeAll } from './remove-all.ts';
import { type Row, setting, type Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** Beside a person's connections, under a key that no connection has. */
const LAST_SEEN = '#last-seen';

/** Nobody needs to know it more exactly than "more than a year ago". */
const LAST_SEEN_KEPT_MS = 365 * 24 * 60 * 60_000;

export function dynamodbConnections(table: Table): Connections {
  return {
    async hold({ person, connectionId, session, leaseEndsAt, blocks = [] }) {
      const hasBlocks = blocks.length > 0;
      const fields = {
        session,
        leaseEndsAt,
        ...timeToLive(leaseEndsAt + SOCKET_LIFETIME_MS),
        ...(hasBlocks && { blocks }),
      };
      const change = setting(fields, hasBlocks ? [] : ['blocks']);
      const { row } = await table.update({ person, connectionId }, change);
      return toConnection(row);
    },

    async remove(person, connectionId) {
      const row = await table.take({ person, connectionId }, 'person');
      return row?.watching as string | undefined;
    },

    async live(person, now, { strong } = { strong: false }) {
      const { rows } = await table.query({
        KeyConditionExpression: 'person = :person',
        FilterExpression: 'leaseEndsAt > :now',
        values: { ':person': person, ':now': now },
        ConsistentRead: strong,
      });
      return rows.map(toConnection);
    },

    async watch(person, connectionId, watched) {
      const { row } = await table.update(
        { person, connectionId },
        {
          update: watched === undefined ? 'REMOVE #watching' : 'SET #watching = :watching',
          // A connection that is gone must not come to life by this.
          condition: 'attribute_exists(#session)',
          fields: ['watching', 'session'],
          values: watched === undefined ? {} : { ':watching': watched },
          answers: 'the row before',
        },
      );
      return row.watching as string | undefined;
    },

    async saw(person, at) {
      await table.put({ person, connectionId: LAST_SEEN, at, ...timeToLive(at + LAST_SEEN_KEPT_MS) });
    },

    async lastSeen(person) {
      const row = await table.get({ person, connectionId: LAST_SEEN });
      return row?.at as number | undefined;
    },

    async forget(person) {
      await removeAll(table, {
        KeyConditionExpression: 'person = :person',
        ProjectionExpression: 'person, connectionId',
        values: { ':person': person },
      });
    },
  };
}

function toConnection(row: Row): Connection {
  return {
    person: row.person as string,
    connectionId: row.connectionId as string,
    session: row.session as string,
    leaseEndsAt: row.leaseEndsAt as number,
    ...(row.blocks !== undefined && { blocks: row.blocks as string[] }),
    ...(row.watching !== undefined && { watching: row.watching as string }),
  };
}
