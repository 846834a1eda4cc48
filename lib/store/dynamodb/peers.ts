import type { Peers } from '../../chat/ports.ts';
import { peerCursor, readPeerCursor } from '../cursors.ts';
import type { Row, Table } from './table.ts';

const PREFIX = 'peer#';

export function dynamodbPeers(people: Table): Peers {
  const keyOf = (person: string, peer: string) => ({ person, record: `${PREFIX}${peer}` });

  return {
    async touch(person, peer, activeAt) {
      await people.raise(keyOf(person, peer), 'activeAt', activeAt);
    },

    async list(person, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readPeerCursor(cursor);
      const { rows } = await people.query({
        IndexName: 'by-activity',
        KeyConditionExpression: 'person = :person',
        values: { ':person': person },
        startAfter: start && { ...keyOf(person, start.peer), activeAt: start.activeAt },
        ScanIndexForward: false,
        ConsistentRead: true,
        // One more than the page: DynamoDB also says that there may be more when there is nothing behind.
        Limit: limit + 1,
      });
      const items = rows.slice(0, limit).map(toPeer);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last && { next: peerCursor(last) }) };
    },
  };
}

function toPeer(row: Row) {
  return { peer: (row.record as string).slice(PREFIX.length), activeAt: row.activeAt as number };
}
