import {
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { durableTableNames } from '../local/tables.ts';
import type { Account } from './account.ts';
import type { Stage } from './stage.ts';

/** A table with what people wrote, which outlives its stack. */
export interface DurableTable {
  readonly name: string;
  /** As DynamoDB counts: every six hours. */
  readonly rows: number;
}

const POLL_S = { minDelay: 1, maxDelay: 5, maxWaitTime: 600 };

/** Those durable tables of a stage that are there. */
export async function durableTables({ dynamodb }: Account, stage: Stage): Promise<DurableTable[]> {
  const tables: DurableTable[] = [];
  for (const name of durableTableNames(stage.name)) {
    try {
      const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: name }));
      tables.push({ name, rows: Table?.ItemCount ?? 0 });
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
  return tables;
}

/** Deletes a table that is protected from just that. */
export async function deleteDurableTable({ dynamodb }: Account, name: string): Promise<void> {
  await dynamodb.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: false }));
  await dynamodb.send(new DeleteTableCommand({ TableName: name }));
  await waitUntilTableNotExists({ client: dynamodb, ...POLL_S }, { TableName: name });
}
