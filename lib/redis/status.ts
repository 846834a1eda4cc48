import type { Redis } from './client.ts';
import { PRESENCE_PREFIX, QUEUE, WORKERS } from './keys.ts';

/** How a system in this mode is doing. */
export interface Status {
  /** Jobs that nobody has begun yet, and those that somebody is doing. */
  readonly queued: number;
  readonly underWay: number;
  readonly workers: readonly { readonly name: string; readonly underWay: number }[];
  readonly interfaces: readonly { readonly name: string; readonly sockets: number }[];
}

export async function readStatus(redis: Redis): Promise<Status> {
  const length = await redis.xLen(QUEUE);
  const underWay = length === 0 ? 0 : (await redis.xPending(QUEUE, WORKERS)).pending;
  const present = await readPresent(redis);
  return {
    queued: length - underWay,
    underWay,
    workers: present.flatMap(({ name, says }) =>
      says.kind === 'worker' ? [{ name, underWay: says.underWay ?? 0 }] : [],
    ),
    interfaces: present.flatMap(({ name, says }) =>
      says.kind === 'interface' ? [{ name, sockets: says.sockets ?? 0 }] : [],
    ),
  };
}

interface Says {
  readonly kind: 'worker' | 'interface';
  readonly underWay?: number;
  readonly sockets?: number;
}

async function readPresent(redis: Redis): Promise<{ name: string; says: Says }[]> {
  const present: { name: string; says: Says }[] = [];
  for await (const keys of redis.scanIterator({ MATCH: `${PRESENCE_PREFIX}*` })) {
    for (const key of keys) {
      const says = await redis.get(key);
      if (says) present.push({ name: key.slice(PRESENCE_PREFIX.length), says: JSON.parse(says) as Says });
    }
  }
  return present.sort((one, other) => (one.name < other.name ? -1 : 1));
}
