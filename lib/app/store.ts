import type { Store } from '../chat/ports.ts';
import { config } from '../config.ts';
import { dynamodbConversationStore } from '../store/dynamodb/store.ts';
import { accountStore } from './account-store.ts';
import { database } from './database.ts';

/** What most functions keep something in, or read from: the account store itself, with all that it has not. */
export const store: Store = Object.assign(accountStore, dynamodbConversationStore(database, config.tables));

/** Says what keeps some of it instead, before any handler runs. */
export function chooseStore(parts: Partial<Store>): void {
  Object.assign(store, parts);
}
