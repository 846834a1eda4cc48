import { readFileSync } from 'node:fs';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { parse } from 'yaml';

const SERVERLESS_YML = new URL('../../serverless.yml', import.meta.url);
const TABLE_TIMEOUT_S = 10;

/** A table as serverless.yml has it; what only an account knows, like point-in-time recovery, is left out. */
interface TableDefinition {
  readonly create: CreateTableCommandInput & { TableName: string };
  readonly ttlAttribute: string | undefined;
}

/** The names that the functions find the tables by, as their environment variables. */
export function tableEnvironment(stage: string): Record<string, string> {
  const { provider } = readServerlessYml(stage);
  const isTable = ([name]: [string, unknown]) => name.endsWith('_TABLE');
  return Object.fromEntries(Object.entries(provider.environment).filter(isTable)) as Record<string, string>;
}

/** The names of the tables that outlive a stage's stack. */
export function durableTableNames(stage: string): string[] {
  return Object.values(readServerlessYml(stage).resources.Resources)
    .filter(({ Type, DeletionPolicy }) => Type === 'AWS::DynamoDB::Table' && DeletionPolicy === 'Retain')
    .map(({ Properties }) => Properties.TableName);
}

/** Makes those tables of serverless.yml that an emulator does not have yet. */
export async function createTables(endpoint: string, stage: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await createMissingTables(client, stage);
  client.destroy();
}

/** Makes those tables of serverless.yml that are not there yet. @returns their names */
export async function createMissingTables(client: DynamoDBClient, stage: string): Promise<string[]> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const missing = tableDefinitions(stage).filter(({ create }) => !TableNames.includes(create.TableName));
  await Promise.all(missing.map((definition) => createTable(client, definition)));
  return missing.map(({ create }) => create.TableName);
}

async function createTable(client: DynamoDBClient, { create, ttlAttribute }: TableDefinition): Promise<void> {
  const { TableName } = create;
  await client.send(new CreateTableCommand(create));
  await waitUntilTableExists({ client, maxWaitTime: TABLE_TIMEOUT_S, minDelay: 1 }, { TableName });
  if (ttlAttribute === undefined) return;
  const TimeToLiveSpecification = { AttributeName: ttlAttribute, Enabled: true };
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  } catch (error) {
    // dynalite never removes a row by itself. All who read compare with the clock, so that costs disk space alone.
    if ((error as Error).name !== 'UnknownOperationException') throw error;
  }
}

/** The tables of serverless.yml, in a stage. */
export function tableDefinitions(stage: string): TableDefinition[] {
  const resources = Object.values(readServerlessYml(stage).resources.Resources);
  return resources
    .filter(({ Type }) => Type === 'AWS::DynamoDB::Table')
    .map(({ Properties }) => {
      const {
        TimeToLiveSpecification,
        PointInTimeRecoverySpecification: _,
        DeletionProtectionEnabled: __,
        ...create
      } = Properties;
      return { create, ttlAttribute: TimeToLiveSpecification?.AttributeName };
    });
}

interface ServerlessYml {
  readonly provider: { readonly environment: Record<string, unknown> };
  readonly resources: {
    readonly Resources: Record<
      string,
      {
        readonly Type: string;
        readonly DeletionPolicy?: string;
        readonly Properties: TableDefinition['create'] & {
          readonly TimeToLiveSpecification?: { readonly AttributeName: string };
          readonly PointInTimeRecoverySpecification?: object;
        };
      }
    >;
  };
}

function readServerlessYml(stage: string): ServerlessYml {
  const text = readFileSync(SERVERLESS_YML, 'utf8');
  return parse(text.replaceAll(/\$\{sls:stage\}/g, stage)) as ServerlessYml;
}
