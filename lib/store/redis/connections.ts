import type { Connection, Connections } from '../../chat/connection-ports.ts';
import type { Redis } from '../../redis/client.ts';
import { connectionsOf, lastSeenOf, watchingOf } from '../../redis/keys.ts';

/** A person of whom nothing was held for this long has no connections: it is far longer than any lease. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** As in DynamoDB; but a Redis that restarts forgets it. */
const LAST_SEEN_KEPT_MS = 365 * 24 * 60 * 60_000;

/**
 * Keeps who is connected in Redis, a hash for each person: half of what a message asks of the database is who gets it.
 * A Redis that restarts forgets it; the interface servers then end their sockets, so that the clients come back.
 */
export function redisConnections(redis: Redis): Connections {
  return {
    async hold(connection) {
      const { person, connectionId } = connection;
      const key = connectionsOf(person);
      await redis
        .multi()
        .hSet(key, connectionId, JSON.stringify(connection))
        .pExpire(key, FORGOTTEN_AFTER_MS)
        .pExpire(watchingOf(person), FORGOTTEN_AFTER_MS)
        .exec();
      return withWatched(connection, await redis.hGet(watchingOf(person), connectionId));
    },

    async remove(person, connectionId) {
      await redis.hDel(connectionsOf(person), connectionId);
      return taken(redis, watchingOf(person), connectionId);
    },

    async live(person, now) {
      const [held, watching] = await Promise.all([
        redis.hVals(connectionsOf(person)),
        redis.hGetAll(watchingOf(person)),
      ]);
      return held
        .map((one) => JSON.parse(one) as Connection)
        .filter(({ leaseEndsAt }) => leaseEndsAt > now)
        .map((connection) => withWatched(connection, watching[connection.connectionId]));
    },

    async watch(person, connectionId, watched) {
      const key = watchingOf(person);
      if (watched === undefined) return taken(redis, key, connectionId);
      const before = await redis.hGet(key, connectionId);
      await redis.multi().hSet(key, connectionId, watched).pExpire(key, FORGOTTEN_AFTER_MS).exec();
      return before ?? undefined;
    },

    async saw(person, at) {
      await redis.set(lastSeenOf(person), String(at), {
        expiration: { type: 'PX', value: LAST_SEEN_KEPT_MS },
      });
    },

    async lastSeen(person) {
      const at = await redis.get(lastSeenOf(person));
      return at === null ? undefined : Number(at);
    },
  };
}

async function taken(redis: Redis, key: string, field: string): Promise<string | undefined> {
  const value = await redis.hGet(key, field);
  if (value !== null) await redis.hDel(key, field);
  return value ?? undefined;
}

function withWatched(connection: Connection, watching: string | null | undefined): Connection {
  return watching == null ? connection : { ...connection, watching };
}
