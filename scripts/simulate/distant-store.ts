import type { Connection, Connections } from '../../lib/chat/connection-ports.ts';
import type { EntriesStore, Store } from '../../lib/chat/ports.ts';

/** A read that may be stale shows what was there up to this long ago, or does not show the newest of a log. */
const STALE_MS = 1_000;
const MOST_MISSING = 3;

/** What becomes of a call to the store, apart from what it does. */
export interface Distance {
  /** Has a call arrive, take effect and be answered, each in its time, or not at all. */
  call<Result>(what: string, isWrite: boolean, effect: () => Promise<Result>): Promise<Result>;
  isStale(): boolean;
  meetsItself(): boolean;
  now(): number;
  /** In [0, 1) */
  fraction(): number;
}

/** The calls by which nothing is written. */
const READS: ReadonlySet<string> = new Set([
  ...['of', 'find', 'findAll', 'list', 'live', 'lastSeen'],
  ...['sides', 'from', 'before', 'editsOf', 'starred'],
]);

/** What was there, when; it remembers as much as a stale read may show. */
export type Remembered = Map<string, { readonly at: number; readonly live: Connection[] }[]>;

/** A store that is a network away, and that many machines use: its reads may be stale, its answers may be lost. */
export function distantStore<Kept extends Store>(
  store: Kept,
  distance: Distance,
  remembered: Remembered,
): Kept {
  const distant = Object.entries(store).map(([name, port]) => [name, distantPort(name, port, distance)]);
  return {
    ...(Object.fromEntries(distant) as unknown as Kept),
    entries: distantEntries(store.entries, distance),
    connections: distantConnections(store.connections, distance, remembered),
  };
}

function distantConnections(
  connections: Connections,
  distance: Distance,
  remembered: Remembered,
): Connections {
  return {
    ...distantPort('connections', connections, distance),
    live: (person, now, options) =>
      distance.call('connections.live', false, async () => {
        const live = await connections.live(person, now, options);
        const former = remember(remembered, person, distance.now(), live);
        return options?.strong || !distance.isStale() ? live : former.filter((it) => it.leaseEndsAt > now);
      }),
  };
}

function distantEntries(entries: EntriesStore, distance: Distance): EntriesStore {
  const far = distantPort('entries', entries, distance);
  return {
    ...far,
    from: async (conversation, seq, limit, options) => {
      const read = await far.from(conversation, seq, limit, options);
      if (options?.strong || !distance.isStale()) return read;
      return read.slice(0, Math.max(0, read.length - Math.ceil(distance.fraction() * MOST_MISSING)));
    },
    // The store's client sends a request again whose answer got lost, and tells what became of the second.
    put: async (conversation, entry) =>
      (await far.put(conversation, entry)) ?? (distance.meetsItself() ? entry : undefined),
  };
}

function distantPort<Port extends object>(port: string, methods: Port, distance: Distance): Port {
  const far = Object.entries(methods).map(([name, method]) => {
    const what = `${port}.${name}`;
    const isWrite = !READS.has(name);
    return [name, (...args: unknown[]) => distance.call(what, isWrite, () => method(...args))];
  });
  return Object.fromEntries(far) as Port;
}

/** Notes what is there now. @returns what was there a moment ago, as far as anybody has looked then */
function remember(remembered: Remembered, person: string, now: number, live: Connection[]): Connection[] {
  const recent = (remembered.get(person) ?? []).filter(({ at }) => at >= now - STALE_MS);
  remembered.set(person, [...recent, { at: now, live }]);
  return recent[0]?.live ?? live;
}
