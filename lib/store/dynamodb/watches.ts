import type { Watch, Watches } from '../../chat/connection-ports.ts';
import type { Row, Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** They lie beside the connections, in a partition for each person watched, whose key no name can have. */
export function dynamodbWatches(connections: Table): Watches {
  const partitionOf = (watched: string) => `watched#${watched}`;

  return {
    async add({ watched, connectionId, watcher, seesPresence, leaseEndsAt }) {
      const key = { person: partitionOf(watched), connectionId };
      await connections.put({
        ...key,
        watched,
        watcher,
        seesPresence,
        leaseEndsAt,
        ...timeToLive(leaseEndsAt),
      });
    },

    async remove(watched, connectionId) {
      await connections.remove({ person: partitionOf(watched), connectionId });
    },

    async of(watched, now) {
      const { rows } = await connections.query({
        KeyConditionExpression: 'person = :person',
        FilterExpression: 'leaseEndsAt > :now',
        values: { ':person': partitionOf(watched), ':now': now },
      });
      return rows.map(toWatch);
    },
  };
}

function toWatch({ person: _, ttl: __, ...watch }: Row): Watch {
  return watch as unknown as Watch;
}
