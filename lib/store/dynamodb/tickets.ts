import { createHash } from 'node:crypto';
import type { Tickets } from '../../chat/connection-ports.ts';
import type { Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/**
 * Tickets lie beside the connections they open, each in a partition of its own whose key no name can have. Only
 * the hash is kept, so whoever reads the table can't open a socket with what is there.
 */
export function dynamodbTickets(connections: Table): Tickets {
  const keyOf = (secret: string) => {
    const hash = createHash('sha256').update(secret).digest('base64url');
    return { person: `ticket#${hash}`, connectionId: 'ticket' };
  };

  return {
    async add({ secret, person, session, expiresAt }) {
      await connections.put({
        ...keyOf(secret),
        owner: person,
        session,
        expiresAt,
        ...timeToLive(expiresAt),
      });
    },

    async take(secret, now) {
      // Deleting and reading in one step is what makes a ticket good for one taker only.
      const row = await connections.take(keyOf(secret), 'person');
      if (!row || (row.expiresAt as number) <= now) return undefined;
      return {
        secret,
        person: row.owner as string,
        session: row.session as string,
        expiresAt: row.expiresAt as number,
      };
    },
  };
}
