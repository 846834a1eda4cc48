import { logLine } from '../edge/log.ts';
import type { Redis } from './client.ts';
import { presenceOf } from './keys.ts';

/** A process that does not renew its presence for this long is gone. */
export const PRESENCE_MS = 5_000;
const RENEWED_EVERY_MS = 1_000;

/**
 * Tells the others that this process is there, until it ends.
 * @param describe what it says of itself
 * @returns what ends it
 */
export function keepPresent(redis: Redis, process: string, describe: () => object): () => Promise<void> {
  const renew = () =>
    redis
      .set(presenceOf(process), JSON.stringify(describe()), { PX: PRESENCE_MS })
      // Redis is away; the connection itself has said so.
      .catch(() => undefined);
  void renew();
  redis.on('ready', renew);
  const timer = setInterval(renew, RENEWED_EVERY_MS);
  return async () => {
    clearInterval(timer);
    redis.off('ready', renew);
    await redis.del(presenceOf(process)).catch((error: Error) => {
      logLine('warn', 'presence not ended', { reason: error.message });
    });
  };
}
