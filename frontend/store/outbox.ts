import type { OutboxItem } from '../state/model.ts';

/** The unsent messages of one person, on this device. */
export interface OutboxStore {
  all(): OutboxItem[];
  /** @returns whether it is kept: the browser may have no store, as in some private windows, or a full one */
  put(item: OutboxItem): boolean;
  delete(clientId: string): void;
  clear(): void;
}

/**
 * The outbox of a person, in the browser's local storage: the one store that is written before the function returns.
 * Each message has a key of its own, so that two tabs don't undo each other's changes.
 */
export function openOutbox(person: string): OutboxStore {
  const storage = storageIfThere();
  if (!storage) return { all: () => [], put: () => false, delete: () => {}, clear: () => {} };
  const prefix = `outbox/${person}/`;
  const keys = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  return {
    all: () => keys().map((key) => JSON.parse(storage.getItem(key) as string) as OutboxItem),
    put(item) {
      try {
        storage.setItem(`${prefix}${item.clientId}`, JSON.stringify(item));
        return true;
      } catch {
        return false;
      }
    },
    delete: (clientId) => storage.removeItem(`${prefix}${clientId}`),
    clear() {
      for (const key of keys()) storage.removeItem(key);
    },
  };
}

/** To a page that may not keep anything, even the look at the property is refused. */
function storageIfThere(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
