import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { OperatorStore } from '../../chat/ports.ts';
import { dynamodbAuditTrail } from './audit-trail.ts';
import { dynamodbReportReview } from './report-review.ts';
import type { TableNames } from './store.ts';
import { dynamodbTable } from './table.ts';

/** What operators see of the same tables. Apart from the application's store, whose every part is in every bundle. */
export function dynamodbOperatorStore(client: DynamoDBClient, names: TableNames): OperatorStore {
  return {
    reportReview: dynamodbReportReview(dynamodbTable(client, names.people)),
    auditTrail: dynamodbAuditTrail(dynamodbTable(client, names.audit)),
  };
}
