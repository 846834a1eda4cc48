import type { AccountStore } from '../chat/ports.ts';
import { config } from '../config.ts';
import { dynamodbAccountStore } from '../store/dynamodb/store.ts';
import { database } from './database.ts';

/** Where accounts are kept, for functions that need nothing else. */
export const accountStore: AccountStore = dynamodbAccountStore(database, config.tables);
