import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MAX_PUSH_SUBSCRIPTIONS } from '../../lib/protocol/limits.ts';
import { bundles } from '../../scripts/build/functions.ts';
import { startDynamodbLocal } from '../../scripts/local/dynamodb.ts';
import { newPushKeys } from '../../scripts/local/push-keys.ts';
import { createTables, tableEnvironment } from '../../scripts/local/tables.ts';
import { type FakePushService, startPushService } from '../../scripts/push-service/fake-push-service.ts';
import { pushDevice } from '../../scripts/push-service/push-device.ts';
import { startConnectionsEndpoint } from '../functions/connections-endpoint.ts';
import { OWN_ORIGIN } from '../functions/events.ts';
import {
  type FunctionDefinition,
  type IamStatement,
  serverlessYml,
  statementsOf,
} from '../structure/serverless-yml.ts';
import { startXrayDaemon } from '../tracing/xray-daemon.ts';
import { type Packaged, packageStage, STAGE } from './packaged.ts';
import { type Rights, startRecorder } from './recorder.ts';

jest.setTimeout(180_000);

const TRACE_HEADER = 'Root=1-58406520-a006649127e371903a2de979;Parent=70de5b6f19ff9a0a;Sampled=1';
const TABLES = tableEnvironment(STAGE);

/** What serverless.yml calls the tables, by their names. */
const LOGICAL_NAMES = new Map([
  [TABLES.PEOPLE_TABLE ?? '', 'PeopleTable'],
  [TABLES.ENTRIES_TABLE ?? '', 'EntriesTable'],
  [TABLES.CONNECTIONS_TABLE ?? '', 'ConnectionsTable'],
  [TABLES.AUDIT_TABLE ?? '', 'AuditTable'],
]);
const PUSH_KEYS = newPushKeys();
const STORY = fileURLToPath(new URL('bundle-story.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'chat-bundles-'));

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

describe('each bundle, as it is deployed, on a DynamoDB and an API Gateway', () => {
  let told: {
    answers: object;
    posts: string[];
    notified: object[];
    rights: Rights;
    overwriting: Set<string>;
    traced: Set<string>;
  };

  beforeAll(async () => {
    const packaged = await packageStage(join(folder, 'package'));
    const dynamodb = await startDynamodbLocal({ logFolder: folder });
    const connections = await startConnectionsEndpoint();
    const pushService = await startPushService();
    const xray = await startXrayDaemon();
    connections.gone.add('a-device-that-is-gone');
    const recorder = await startRecorder(dynamodb.endpoint, connections.url, LOGICAL_NAMES, {
      [`/chat/${STAGE}/session-secret`]: 'the newest\nthe former',
      [`/chat/${STAGE}/password-pepper`]: '1:what goes into the hashes of these passwords',
      [`/chat/${STAGE}/vapid-private-key`]: PUSH_KEYS.privateKey,
    });
    try {
      await createTables(dynamodb.endpoint, STAGE);
      const bundled = unpack(packaged, join(folder, 'task'));
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [STORY, bundled, recorder.url, ...subscriptionsAt(pushService)],
        {
          env: lambdaEnvironment(packaged, xray.address, pushService.origin),
        },
      );
      const { answers } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { answers: object };
      const posts = connections.posts.map(({ connectionId }) => connectionId);
      const traced = xray.subsegments.map(
        ({ name, aws }) => `${name} ${(aws as { operation: string }).operation}`,
      );
      const notified = pushService.taken.map(({ message }) => message);
      told = {
        answers,
        posts,
        notified,
        rights: recorder.rights,
        overwriting: recorder.overwriting,
        traced: new Set(traced),
      };
    } finally {
      await xray.stop();
      await recorder.stop();
      await connections.stop();
      await pushService.stop();
      await dynamodb.child.stop();
    }
  });

  test('does its work', () => {
    expect(told.answers).toEqual({
      'http/register': 201,
      'http/log-in': 200,
      'http/log-out': 204,
      'http/sessions': 200,
      'http/end-session': 204,
      'http/change-password': 204,
      'http/credentials': 200,
      'http/make-recovery-codes': 200,
      'http/prepare-second-factor': 200,
      'http/turn-on-second-factor': 204,
      'http/turn-off-second-factor': 204,
      'http/recover': 200,
      commonPassword: 'common-password',
      'http/passkeys': 200,
      'http/add-passkey-options': 200,
      'http/add-passkey': 201,
      'http/remove-passkey': 204,
      'http/passkey-log-in-options': 200,
      'http/passkey-log-in': 200,
      'http/ticket': 200,
      'http/subscribe-push': 204,
      'http/unsubscribe-push': 204,
      pushKey: PUSH_KEYS.publicKey,
      'http/bootstrap': 200,
      'http/people': 200,
      'http/conversations': 200,
      'http/entries': 200,
      'http/starred': 200,
      'http/change-profile': 200,
      'http/change-picture': 200,
      'http/picture': 200,
      'http/my-data': 200,
      'http/delete-account': 204,
      'http/report': 204,
      'http/not-found': 404,
      'ws/authorizer': 'alice',
      'ws/connect': 200,
      'ws/disconnect': 200,
      'ws/ping': 'pong',
      'ws/send-message': 'stored',
      'ws/edit-message': 'stored',
      'ws/delete-message': 'stored',
      'ws/react': 'stored',
      'ws/mark': 'marked',
      'ws/typing': 200,
      'ws/watch': 'presence',
      'ws/change-side': 'side-changed',
      'ws/change-preferences': 'preferences-changed',
      'ws/unknown-action': 'error',
      entries: 8,
    });
    // The device that did not send was told.
    expect(told.posts[0]).toBe('a-second-device');
    expect([...new Set(told.posts)].sort()).toEqual(['a-second-device', 'a-third-device', 'c1', 'c2']);
    // And the closed one of the other person, by a push service.
    expect(told.notified).toEqual([{ kind: 'hidden' }]);
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

  test('puts an audit record where there is none, and nowhere else', () => {
    expect([...told.overwriting].sort()).toEqual(['ConnectionsTable', 'PeopleTable']);
    expect(told.rights.get('http/log-in')).toContain('dynamodb:PutItem AuditTable');
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
    const logs = statementsOf(definition).filter(({ Action }) => [Action].flat()[0]?.startsWith('logs:'));
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

/** As many as a person may have and one more, and one whose service answers that it is gone; as arguments of the story. */
function subscriptionsAt(service: FakePushService): string[] {
  const devices = Array.from({ length: MAX_PUSH_SUBSCRIPTIONS + 1 }, () => service.device().subscription());
  const gone = pushDevice(`${service.origin}/gone`).subscription();
  return [JSON.stringify(devices), JSON.stringify(gone)];
}

/** Puts the functions where Lambda would, and says where their bundles are. */
function unpack({ functions }: Packaged, taskRoot: string): string {
  for (const [path, contents] of [...functions.values()].flatMap((files) => [...files])) {
    mkdirSync(dirname(join(taskRoot, path)), { recursive: true });
    writeFileSync(join(taskRoot, path), contents);
  }
  return join(taskRoot, '.build/functions');
}

/**
 * What a function finds in its environment, and nothing else: Lambda's own variables, and those of the template.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
function lambdaEnvironment(
  { template }: Packaged,
  xrayDaemon: string,
  pushServices: string,
): Record<string, string> {
  const { Variables } = template.Resources.SendDashmessageLambdaFunction?.Properties.Environment ?? {};
  return {
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'chat-prod-send-message',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'the key of the role',
    AWS_SESSION_TOKEN: 'the token of the role',
    AWS_XRAY_DAEMON_ADDRESS: xrayDaemon,
    _X_AMZN_TRACE_ID: TRACE_HEADER,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...Variables,
    // What CloudFormation knows once it has made them; the story says for each bundle where its sockets are.
    ALLOWED_ORIGINS: OWN_ORIGIN,
    SOCKET_URL: 'wss://socket.example/prod',
    CONNECTIONS_ENDPOINT: '',
    VAPID_KEYS: Variables.VAPID_KEYS.replace(/^\{\{.*?\}\}/, PUSH_KEYS.publicKey),
    PUSH_SERVICES: pushServices,
  };
}

/** What a role allows, its own log and traces left out, in the recorder's words. */
function allowedBy(definition: FunctionDefinition): string[] {
  return statementsOf(definition)
    .filter(({ Action }) => !Array.isArray(Action))
    .map(({ Action, Resource }) => `${Action} ${resourceIn(Resource)}`)
    .sort();
}

function resourceIn({ 'Fn::GetAtt': attribute, 'Fn::Sub': text = '' }: IamStatement['Resource']): string {
  if (attribute) return attribute[0] ?? '';
  return text
    .replace(/^\$\{(\w+)\.Arn\}/, '$1')
    .replace(/^.*\$\{WebsocketsApi\}\/\$\{sls:stage\}\//, '')
    .replace(/^.*:(parameter\/.*)$/, '$1')
    .replace('${sls:stage}', STAGE);
}
