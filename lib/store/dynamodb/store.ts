import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpointOf } from '../../aws/endpoint.ts';
import type { AccountStore, Store } from '../../chat/ports.ts';
import type { Tracing } from '../../tracing/xray.ts';
import { dynamodbAudit } from './audit.ts';
import { dynamodbConnections } from './connections.ts';
import { dynamodbEntries } from './entries.ts';
import { dynamodbPeers } from './peers.ts';
import { dynamodbPeople } from './people.ts';
import { dynamodbPreferences } from './preferences.ts';
import { dynamodbPushSubscriptions } from './push-subscriptions.ts';
import { dynamodbReports } from './reports.ts';
import { dynamodbSessions } from './sessions.ts';
import { dynamodbShelves } from './shelves.ts';
import { dynamodbTable } from './table.ts';
import { dynamodbThrottle } from './throttle.ts';
import { dynamodbTickets } from './tickets.ts';
import { dynamodbWatches } from './watches.ts';

export interface TableNames {
  readonly people: string;
  readonly entries: string;
  readonly connections: string;
  readonly audit: string;
}

/** A healthy DynamoDB answers in milliseconds; after this long the SDK tries again on another connection. */
const REQUEST_TIMEOUT_MS = 2_000;
const CONNECTION_TIMEOUT_MS = 1_000;
const MAX_ATTEMPTS = 3;

/** A client that gives a hung request up; where DynamoDB is, and as whom, the SDK takes from the environment. */
export function dynamodbClient(tracing?: Tracing): DynamoDBClient {
  const client = new DynamoDBClient({
    maxAttempts: MAX_ATTEMPTS,
    endpointProvider: endpointOf('dynamodb'),
    requestHandler: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      // Without this a request over its time is only warned about, and hangs on.
      throwOnRequestTimeout: true,
    },
  });
  // It makes copies of all that is sent and answered for a logger that is not there.
  client.middlewareStack.remove('loggerMiddleware');
  if (tracing) client.middlewareStack.add(tracing, { step: 'initialize' });
  return client;
}

/** What accounts and their log-ins need: by itself where a bundle has no room for the rest. */
export function dynamodbAccountStore(client: DynamoDBClient, names: TableNames): AccountStore {
  const people = dynamodbTable(client, names.people);
  const connections = dynamodbTable(client, names.connections);
  return {
    people: dynamodbPeople(people),
    sessions: dynamodbSessions(people),
    connections: dynamodbConnections(connections),
    watches: dynamodbWatches(connections),
    throttle: dynamodbThrottle(connections),
    pushSubscriptions: dynamodbPushSubscriptions(people),
    audit: dynamodbAudit(dynamodbTable(client, names.audit)),
  };
}

/** All that the account store has not. */
export function dynamodbConversationStore(
  client: DynamoDBClient,
  names: TableNames,
): Omit<Store, keyof AccountStore> {
  const people = dynamodbTable(client, names.people);
  return {
    peers: dynamodbPeers(people),
    entries: dynamodbEntries(dynamodbTable(client, names.entries)),
    shelves: dynamodbShelves(people),
    preferences: dynamodbPreferences(people),
    reports: dynamodbReports(people),
    tickets: dynamodbTickets(dynamodbTable(client, names.connections)),
  };
}

/** Keeps everything in the four tables of serverless.yml. */
export function dynamodbStore(client: DynamoDBClient, names: TableNames): Store {
  return { ...dynamodbAccountStore(client, names), ...dynamodbConversationStore(client, names) };
}
