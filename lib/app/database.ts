import { dynamodbClient } from '../store/dynamodb/store.ts';
import { tracing } from './tracing.ts';

/** Built once per container and kept for all of its invocations, with its open connections to DynamoDB. */
export const database = dynamodbClient(tracing);
