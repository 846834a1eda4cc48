import { createClient } from '@redis/client';
import { logLine } from '../edge/log.ts';

const LONGEST_PAUSE_MS = 500;
const FIRST_PAUSE_MS = 20;

/**
 * A connection to Redis that comes back by itself. While it is away, commands fail at once: who waits for an answer
 * is better told so than kept.
 * @param options `once` for one that fails instead, where somebody waits at a terminal
 */
export function redisClient(url: string, { once } = { once: false }) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      reconnectStrategy: (tries) => !once && Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS),
    },
  });
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) logLine('warn', 'redis is away', { reason: error.message });
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) logLine('info', 'redis is back', {});
    isAway = false;
  });
  return client;
}

export type Redis = ReturnType<typeof redisClient>;
