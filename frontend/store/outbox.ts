import { type IDBPDatabase, openDB } from 'idb';
import type { OutboxItem } from '../state/model.ts';

const VERSION = 1;
const ITEMS = 'items';

/** The unsent messages of one person, on this device. */
export interface OutboxStore {
  /** Whether what is put here survives a reload. */
  readonly durable: boolean;
  all(): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  delete(clientId: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * The outbox of a person, in the browser's database; where there is none, as in some private windows, one that lasts
 * as long as the page.
 */
export async function openOutbox(person: string): Promise<OutboxStore> {
  try {
    return databaseOutbox(await openDatabase(person));
  } catch {
    return memoryOutbox();
  }
}

function openDatabase(person: string): Promise<IDBPDatabase> {
  return openDB(`outbox-of-${person}`, VERSION, {
    upgrade: (database) => void database.createObjectStore(ITEMS, { keyPath: 'clientId' }),
    // A later version of the page, in another tab, may want to change the database: don't stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

function databaseOutbox(database: IDBPDatabase): OutboxStore {
  return {
    durable: true,
    all: () => database.getAll(ITEMS),
    put: async (item) => void (await database.put(ITEMS, item)),
    delete: (clientId) => database.delete(ITEMS, clientId),
    clear: () => database.clear(ITEMS),
  };
}

function memoryOutbox(): OutboxStore {
  return {
    durable: false,
    all: async () => [],
    put: async () => {},
    delete: async () => {},
    clear: async () => {},
  };
}
