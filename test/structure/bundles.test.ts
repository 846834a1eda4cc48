import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildFunctions, bundles } from '../../scripts/build/functions.ts';
import { dynamodbEnvironment, startDynamodbLocal } from '../../scripts/local/dynamodb.ts';
import { createTables, tableEnvironment } from '../../scripts/local/tables.ts';
import { startConnectionsEndpoint } from '../functions/connections-endpoint.ts';
import { OWN_ORIGIN } from '../functions/events.ts';
import { startXrayDaemon } from '../tracing/xray-daemon.ts';
import { type Rights, startRecorder } from './recorder.ts';
import { type FunctionDefinition, type IamStatement, serverlessYml, statementsOf } from './serverless-yml.ts';

jest.setTimeout(30_000);

/** A cold start loads every byte; with all that left-out.ts leaves out, the largest has some to spare. */
const MAX_BUNDLE_BYTES = 250_000;

const STAGE = 'test';
const TRACE_HEADER = 'Root=1-58406520-a006649127e371903a2de979;Parent=70de5b6f19ff9a0a;Sampled=1';
const TABLES = tableEnvironment(STAGE);

/** What serverless.yml calls the tables, by their names. */
const LOGICAL_NAMES = new Map([
  [TABLES.PEOPLE_TABLE ?? '', 'PeopleTable'],
  [TABLES.ENTRIES_TABLE ?? '', 'EntriesTable'],
  [TABLES.CONNECTIONS_TABLE ?? '', 'ConnectionsTable'],
]);
const BUNDLES = fileURLToPath(new URL('../../.build/functions', import.meta.url));
const STORY = fileURLToPath(new URL('bundle-story.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'chat-bundles-'));

beforeAll(buildFunctions);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each function has a bundle, and nothing else is built', () => {
  const expected = Object.values(serverlessYml.functions).map(({ handler }) =>
    handler.replace(/^\.build\/functions\/(.*)\.handler$/, '$1.mjs'),
  );
  expect(
    bundles()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(expected.sort());
});

test(`no bundle is larger than ${MAX_BUNDLE_BYTES} bytes`, () => {
  for (const { name, bytes } of bundles()) {
    expect([name, bytes > 1_000, bytes <= MAX_BUNDLE_BYTES]).toEqual([name, true, true]);
  }
});

describe('each bundle, as it is deployed, on a DynamoDB and an API Gateway', () => {
  let told: { answers: object; posts: string[]; rights: Rights; traced: Set<string> };

  beforeAll(async () => {
    const dynamodb = await startDynamodbLocal({ logFolder: folder });
    const connections = await startConnectionsEndpoint();
    const xray = await startXrayDaemon();
    connections.gone.add('a-device-that-is-gone');
    const recorder = await startRecorder(dynamodb.endpoint, connections.url, LOGICAL_NAMES);
    try {
      await createTables(dynamodb.endpoint, STAGE);
      const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, NODE_OPTIONS: ___, ...outer } = process.env;
      const env = {
        ...outer,
        ...dynamodbEnvironment(dynamodb.endpoint),
        ...TABLES,
        STAGE,
        ALLOWED_ORIGINS: OWN_ORIGIN,
        SOCKET_URL: '/socket',
        SESSION_SECRET: 'the secret of the bundles',
        COOKIE_SECURE: 'true',
        PASSWORD_COST: '4',
        AWS_XRAY_DAEMON_ADDRESS: xray.address,
        _X_AMZN_TRACE_ID: TRACE_HEADER,
      };
      const { stdout } = await promisify(execFile)(process.execPath, [STORY, BUNDLES, recorder.url], { env });
      const { answers } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { answers: object };
      const posts = connections.posts.map(({ connectionId }) => connectionId);
      const traced = xray.subsegments.map(
        ({ name, aws }) => `${name} ${(aws as { operation: string }).operation}`,
      );
      told = { answers, posts, rights: recorder.rights, traced: new Set(traced) };
    } finally {
      await xray.stop();
      await recorder.stop();
      await connections.stop();
      await dynamodb.child.stop();
    }
  });

  test('does its work', () => {
    expect(told.answers).toEqual({
      'http/register': 201,
      'http/log-in': 200,
      'http/log-out': 204,
      'http/ticket': 200,
      'http/bootstrap': 200,
      'http/people': 200,
      'http/conversations': 200,
      'http/entries': 200,
      'http/not-found': 404,
      'ws/authorizer': 'alice',
      'ws/connect': 200,
      'ws/disconnect': 200,
      'ws/ping': 'pong',
      'ws/send-message': 'stored',
      'ws/unknown-action': 'error',
      entries: 1,
    });
    // The device that did not send was told.
    expect(told.posts).toEqual(['a-second-device']);
  });

  test('shows its requests to AWS in the trace of X-Ray', () => {
    expect([...told.traced].sort()).toEqual([
      'ApiGatewayManagementApi PostToConnection',
      'DynamoDB BatchGetItem',
      'DynamoDB DeleteItem',
      'DynamoDB GetItem',
      'DynamoDB PutItem',
      'DynamoDB Query',
      'DynamoDB UpdateItem',
    ]);
  });

  test.each(Object.entries(serverlessYml.functions))(
    '%s uses what its role allows it, all of it and nothing else',
    (_, definition) => {
      const name = definition.handler.replace(/^\.build\/functions\/(.*)\.handler$/, '$1');
      expect([...(told.rights.get(name) ?? [])].sort()).toEqual(allowedBy(definition));
    },
  );
});

test.each(Object.entries(serverlessYml.functions))(
  '%s may write its own log and no other',
  (name, definition) => {
    const logs = statementsOf(definition).filter(({ Action }) => Array.isArray(Action));
    expect(logs).toMatchObject([
      {
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: {
          'Fn::Sub': expect.stringMatching(`:log-group:/aws/lambda/chat-\\$\\{sls:stage\\}-${name}:\\*$`),
        },
      },
    ]);
  },
);

/** What a role allows, its own log left out, in the recorder's words. */
function allowedBy(definition: FunctionDefinition): string[] {
  return statementsOf(definition)
    .filter(({ Action }) => !Array.isArray(Action))
    .map(({ Action, Resource }) => `${Action} ${resourceIn(Resource)}`)
    .sort();
}

function resourceIn({ 'Fn::GetAtt': attribute, 'Fn::Sub': text = '' }: IamStatement['Resource']): string {
  if (attribute) return attribute[0] ?? '';
  return text.replace(/^\$\{(\w+)\.Arn\}/, '$1').replace(/^.*\$\{WebsocketsApi\}\/\$\{sls:stage\}\//, '');
}
