import type { Watch, Watches } from '../../chat/connection-ports.ts';
import type { Redis } from '../../redis/client.ts';
import { watchesOf } from '../../redis/keys.ts';
import { FORGOTTEN_AFTER_MS } from './connections.ts';

/** Keeps who has which conversation open, a hash for each person who is watched. */
export function redisWatches(redis: Redis): Watches {
  return {
    async add(watch) {
      const key = watchesOf(watch.watched);
      await redis
        .multi()
        .hSet(key, watch.connectionId, JSON.stringify(watch))
        .pExpire(key, FORGOTTEN_AFTER_MS)
        .exec();
    },

    async remove(watched, connectionId) {
      await redis.hDel(watchesOf(watched), connectionId);
    },

    async of(watched, now) {
      const held = await redis.hVals(watchesOf(watched));
      return held.map((one) => JSON.parse(one) as Watch).filter(({ leaseEndsAt }) => leaseEndsAt > now);
    },
  };
}
