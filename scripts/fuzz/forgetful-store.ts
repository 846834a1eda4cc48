import { memoryStore } from '../../lib/store/memory/store.ts';

type Kept = ReturnType<typeof memoryStore>;

/** A store in memory that can forget everything; handlers, which take their ports as they load, have the same ports all the time. */
export function forgetfulStore(): { readonly store: Kept; forget(): void } {
  let current = memoryStore();
  const ports = Object.entries(current).map(([port, methods]) => {
    const forwarded = Object.keys(methods).map((method) => [
      method,
      (...asked: unknown[]) => {
        const kept = current[port as keyof Kept] as unknown as Record<string, (...all: unknown[]) => unknown>;
        return kept[method]?.(...asked);
      },
    ]);
    return [port, Object.fromEntries(forwarded)];
  });
  return {
    store: Object.fromEntries(ports) as Kept,
    forget() {
      current = memoryStore();
    },
  };
}
