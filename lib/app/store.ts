import type { Store } from '../chat/ports.ts';
import { config } from '../config.ts';
import { dynamodbClient, dynamodbStore } from '../store/dynamodb/store.ts';
import { tracing } from './tracing.ts';

/** Built once per container and kept for all of its invocations, with its open connections to DynamoDB. */
export const store: Store = dynamodbStore(dynamodbClient(tracing), config.tables);

/** Says what keeps some of it instead, before any handler runs. */
export function chooseStore(parts: Partial<Store>): void {
  Object.assign(store, parts);
}
