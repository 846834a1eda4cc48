import { logLine } from '../edge/log.ts';
import type { Redis } from './client.ts';
import { PRESENCE_MS } from './presence.ts';

/**
 * Calls back each time that Redis may have forgotten this process: it is another Redis than before, or this process
 * could not renew its presence in time and was taken for gone.
 */
export async function onForgotten(redis: Redis, forgotten: () => void): Promise<void> {
  let runId = await runIdOf(redis);
  let awaySince: number | undefined;
  redis.on('error', () => {
    awaySince ??= performance.now();
  });
  redis.on('ready', () => {
    runIdOf(redis).then(
      (current) => {
        const awayMs = performance.now() - (awaySince ?? performance.now());
        awaySince = undefined;
        if (current !== runId || awayMs >= PRESENCE_MS) forgotten();
        runId = current;
      },
      // Away again; it is asked when it is back.
      (error: Error) => logLine('warn', 'redis not asked who it is', { reason: error.message }),
    );
  });
}

/** What is another one after each start. */
async function runIdOf(redis: Redis): Promise<string | undefined> {
  return /^run_id:(\w+)/m.exec(await redis.info('server'))?.[1];
}
