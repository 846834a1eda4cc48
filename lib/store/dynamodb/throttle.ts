import type { Poured, Throttle, Tries } from '../../chat/throttle-ports.ts';
import { type Row, setting, type Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

/** Between two of its steps a bucket is emptied or filled by somebody else now and then; hardly ever this often. */
const MAX_ROUNDS = 20;

/** Longer than any bucket takes to leak: a day, and one poured in full. */
const BUCKET_KEPT_MS = 2 * 24 * 60 * 60_000;

/** Counters lie beside the connections, as short-lived as these, each in a partition whose key no name can have. */
export function dynamodbThrottle(connections: Table): Throttle {
  const keyOf = (key: string) => ({ person: `throttle#${key}`, connectionId: 'throttle' });

  /** Into one that is empty by now, or there is none. */
  const pourIntoEmpty = (key: string, ms: number, now: number) =>
    connections.update(keyOf(key), {
      update: 'SET #emptyAt = :emptyAt, #ttl = :ttl',
      condition: 'attribute_not_exists(#emptyAt) OR #emptyAt <= :now',
      fields: ['emptyAt', 'ttl'],
      values: { ':emptyAt': now + ms, ':now': now, ':ttl': timeToLive(now + BUCKET_KEPT_MS).ttl },
    });

  /** Into one that has something in it, and room. */
  const pourOnto = (key: string, ms: number, now: number, capacityMs: number | undefined) =>
    connections.update(keyOf(key), {
      update: 'SET #emptyAt = #emptyAt + :ms, #ttl = :ttl',
      condition: `#emptyAt > :now${capacityMs === undefined ? '' : ' AND #emptyAt <= :highest'}`,
      fields: ['emptyAt', 'ttl'],
      values: {
        ':ms': ms,
        ':now': now,
        ':ttl': timeToLive(now + BUCKET_KEPT_MS).ttl,
        ...(capacityMs !== undefined && { ':highest': now + capacityMs - ms }),
      },
    });

  return {
    async tries(key) {
      const row = await connections.get(keyOf(key), { strong: true });
      return row && toTries(row);
    },

    async replaceTries(key, before, { count, nextAt, forgottenAt }) {
      const { update, fields, values } = setting({ count, nextAt, forgottenAt, ...timeToLive(forgottenAt) });
      const { wasMet } = await connections.update(keyOf(key), {
        update,
        condition: before
          ? '#count = :countBefore AND #nextAt = :nextAtBefore'
          : 'attribute_not_exists(#count)',
        fields,
        values: {
          ...values,
          ...(before && { ':countBefore': before.count, ':nextAtBefore': before.nextAt }),
        },
      });
      return wasMet;
    },

    async pour(key, ms, now, capacityMs): Promise<Poured> {
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const first = await pourIntoEmpty(key, ms, now);
        if (first.wasMet) return { hasRoom: true, emptyAt: first.row.emptyAt as number };
        const onto = await pourOnto(key, ms, now, capacityMs);
        if (onto.wasMet) return { hasRoom: true, emptyAt: onto.row.emptyAt as number };
        // Without a capacity, only somebody whose clock is behind can have come between.
        if (capacityMs === undefined) continue;
        const emptyAt = (await connections.get(keyOf(key), { strong: true }))?.emptyAt as number | undefined;
        if (emptyAt !== undefined && emptyAt > now + capacityMs - ms) return { hasRoom: false, emptyAt };
      }
      throw new Error(`A bucket was changed ${MAX_ROUNDS} times while it was poured into.`);
    },
  };
}

function toTries(row: Row): Tries {
  return {
    count: row.count as number,
    nextAt: row.nextAt as number,
    forgottenAt: row.forgottenAt as number,
  };
}
