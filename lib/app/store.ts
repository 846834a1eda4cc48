import type { Store } from '../chat/ports.ts';
import { config } from '../config.ts';
import { dynamodbStore } from '../store/dynamodb/store.ts';
import { database } from './database.ts';

/** What most functions keep something in, or read from. */
export const store: Store = dynamodbStore(database, config.tables);

/** Says what keeps some of it instead, before any handler runs. */
export function chooseStore(parts: Partial<Store>): void {
  Object.assign(store, parts);
}
