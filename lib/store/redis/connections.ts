import type { Connection, Connections } from '../../chat/connection-ports.ts';
import type { Redis } from '../../redis/client.ts';
import { connectionsOf, lastSeenOf } from '../../redis/keys.ts';

/** A person of whom nothing was held for this long has no connections: it is far longer than any lease. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** As in DynamoDB; but a Redis that restarts forgets it. */
const LAST_SEEN_KEPT_MS = 365 * 24 * 60 * 60_000;

/** The field beside a connection's own in which stands whose conversation is open there. */
const watchingIn = (connectionId: string) => `watching ${connectionId}`;

/**
 * Keeps who is connected in Redis, a hash for each person: half of what a message asks of the database is who gets it.
 * A Redis that restarts forgets it; the interface servers then end their sockets, so that the clients come back.
 */
export function redisConnections(redis: Redis): Connections {
  return {
    async hold(connection) {
      const { person, connectionId } = connection;
      const key = connectionsOf(person);
      const [, , watching] = await redis
        .multi()
        .hSet(key, connectionId, JSON.stringify(connection))
        .pExpire(key, FORGOTTEN_AFTER_MS)
        .hGet(key, watchingIn(connectionId))
        .execTyped();
      return withWatched(connection, watching);
    },

    async remove(person, connectionId) {
      const key = connectionsOf(person);
      const [watching] = await redis
        .multi()
        .hGet(key, watchingIn(connectionId))
        .hDel(key, [connectionId, watchingIn(connectionId)])
        .execTyped();
      return watching ?? undefined;
    },

    async live(person, now) {
      const fields = await redis.hGetAll(connectionsOf(person));
      const held = Object.entries(fields).filter(([field]) => !field.startsWith(watchingIn('')));
      return held
        .map(([, one]) => JSON.parse(one) as Connection)
        .filter(({ leaseEndsAt }) => leaseEndsAt > now)
        .map((connection) => withWatched(connection, fields[watchingIn(connection.connectionId)]));
    },

    async watch(person, connectionId, watched) {
      const key = connectionsOf(person);
      const field = watchingIn(connectionId);
      const [before] =
        watched === undefined
          ? await redis.multi().hGet(key, field).hDel(key, field).execTyped()
          : await redis
              .multi()
              .hGet(key, field)
              .hSet(key, field, watched)
              .pExpire(key, FORGOTTEN_AFTER_MS)
              .execTyped();
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

    async forget(person) {
      await redis.del([connectionsOf(person), lastSeenOf(person)]);
    },
  };
}

function withWatched(connection: Connection, watching: string | null | undefined): Connection {
  return watching == null ? connection : { ...connection, watching };
}
