import type { Watch, Watches } from '../../chat/connection-ports.ts';

export function memoryWatches(): Watches {
  const watches = new Map<string, Watch>();
  const keyOf = (watched: string, connectionId: string) => `${watched}/${connectionId}`;

  return {
    async add(watch) {
      watches.set(keyOf(watch.watched, watch.connectionId), watch);
    },

    async remove(watched, connectionId) {
      watches.delete(keyOf(watched, connectionId));
    },

    async of(watched, now) {
      return [...watches.values()].filter((watch) => watch.watched === watched && watch.leaseEndsAt > now);
    },
  };
}
