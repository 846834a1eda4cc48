import type { Throttle, Tries } from '../../chat/throttle-ports.ts';

export function memoryThrottle(): Throttle {
  const tries = new Map<string, Tries>();
  const emptyAts = new Map<string, number>();

  return {
    async tries(key) {
      return tries.get(key);
    },

    async replaceTries(key, before, after) {
      const kept = tries.get(key);
      if (kept?.count !== before?.count || kept?.nextAt !== before?.nextAt) return false;
      tries.set(key, after);
      return true;
    },

    async pour(key, ms, now, capacityMs = Number.POSITIVE_INFINITY) {
      const emptyAt = Math.max(emptyAts.get(key) ?? 0, now);
      if (emptyAt + ms > now + capacityMs) return { hasRoom: false, emptyAt };
      emptyAts.set(key, emptyAt + ms);
      return { hasRoom: true, emptyAt: emptyAt + ms };
    },
  };
}
