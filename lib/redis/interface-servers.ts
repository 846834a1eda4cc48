import type { InterfaceServers } from '../push/redis.ts';
import type { Redis } from './client.ts';
import { presenceOf } from './keys.ts';
import type { Mailbox } from './mailbox.ts';
import { PRESENCE_MS } from './presence.ts';

/**
 * The interface servers, as a worker reaches them.
 * @param settledMs how long Redis must have been there before a server that it does not know of is gone for certain
 */
export function interfaceServers(
  redis: Redis,
  mailbox: Mailbox,
  settledMs = 2 * PRESENCE_MS,
): InterfaceServers {
  let connectedAt = performance.now();
  redis.on('ready', () => {
    connectedAt = performance.now();
  });
  return {
    ask: (server, request, timeoutMs) => mailbox.ask(server, request, timeoutMs),
    async isGone(server) {
      // A Redis that has just started knows of nobody, until all that are there have said so.
      if (performance.now() - connectedAt < settledMs) return false;
      return (await redis.exists(presenceOf(server))) === 0;
    },
  };
}
