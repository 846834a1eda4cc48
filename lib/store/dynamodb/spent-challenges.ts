import { createHash, randomUUID } from 'node:crypto';
import type { SpentChallenges } from '../../chat/passkey-ports.ts';
import type { Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** Beside the tickets, and as short-lived: each in a partition of its own, whose key no name can have. */
export function dynamodbSpentChallenges(connections: Table): SpentChallenges {
  return {
    async spend(challenge, until) {
      const hash = createHash('sha256').update(challenge).digest('base64url');
      const by = randomUUID();
      const key = { person: `challenge#${hash}`, connectionId: 'challenge' };
      const before = await connections.putNew({ ...key, by, ...timeToLive(until) }, 'person');
      // The SDK repeats a put whose answer got lost, and then meets its own row.
      return before === undefined || before.by === by;
    },
  };
}
