import type { Connection, Connections } from '../../chat/ports.ts';
import type { Redis } from '../../redis/client.ts';
import { connectionsOf } from '../../redis/keys.ts';

/** A person of whom nothing was held for this long has no connections: it is far longer than any lease. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Keeps who is connected in Redis, a hash for each person: half of what a message asks of the database is who gets it.
 * A Redis that restarts forgets it; the interface servers then end their sockets, so that the clients come back.
 */
export function redisConnections(redis: Redis): Connections {
  return {
    async hold(connection) {
      const key = connectionsOf(connection.person);
      await redis
        .multi()
        .hSet(key, connection.connectionId, JSON.stringify(connection))
        .pExpire(key, FORGOTTEN_AFTER_MS)
        .exec();
    },

    async remove(person, connectionId) {
      await redis.hDel(connectionsOf(person), connectionId);
    },

    async live(person, now) {
      const held = await redis.hVals(connectionsOf(person));
      return held.map((one) => JSON.parse(one) as Connection).filter(({ leaseEndsAt }) => leaseEndsAt > now);
    },
  };
}
