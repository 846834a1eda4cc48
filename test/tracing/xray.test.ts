import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { apiGatewayPush } from '../../lib/push/api-gateway.ts';
import { dynamodbClient } from '../../lib/store/dynamodb/store.ts';
import { type Tracing, xrayTracing } from '../../lib/tracing/xray.ts';
import { gone, type ManagementApi, startManagementApi } from '../push/management-api.ts';
import { startXrayDaemon, type XrayDaemon } from './xray-daemon.ts';

const TRACE = '1-58406520-a006649127e371903a2de979';
const PARENT = '70de5b6f19ff9a0a';
const SAMPLED = `Root=${TRACE};Parent=${PARENT};Sampled=1`;
const SECRET = 'nothing for a trace';
const FRAME = { action: 'entries', with: 'alice', entries: [] } as const;

process.env.AWS_REGION = 'us-east-1';
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

/** A DynamoDB that gives the same answer to whatever it is asked. */
const answer = { status: 200, body: {} as object };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'R1' };
    response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
  });
});

let daemon: XrayDaemon;
let sockets: ManagementApi;
let traceHeader: string | undefined;
let tracing: Tracing;
let client: DynamoDBClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [daemon, sockets] = await Promise.all([startXrayDaemon(), startManagementApi()]);
  tracing = xrayTracing(daemon.address, () => traceHeader);
  client = dynamodbClient(tracing);
});

beforeEach(() => {
  traceHeader = SAMPLED;
  Object.assign(answer, { status: 200, body: {} });
});

afterAll(async () => {
  client.destroy();
  await Promise.all([daemon.stop(), sockets.close()]);
  server.close();
  server.closeAllConnections();
});

function get(from = client) {
  return from.send(new GetItemCommand({ TableName: 'people', Key: { person: { S: SECRET } } }));
}

function refuse(status: number, type: string): void {
  Object.assign(answer, {
    status,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: SECRET },
  });
}

describe('a request to a table', () => {
  test('is a subsegment of the invocation: which table, which operation, how long', async () => {
    const before = Date.now() / 1_000;
    await get();
    const subsegment = await daemon.next();
    expect(subsegment).toEqual({
      type: 'subsegment',
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      trace_id: TRACE,
      parent_id: PARENT,
      name: 'DynamoDB',
      namespace: 'aws',
      start_time: expect.any(Number),
      end_time: expect.any(Number),
      aws: { operation: 'GetItem', table_name: 'people', request_id: 'R1', retries: 0 },
      http: { response: { status: 200 } },
    });
    const { start_time: start, end_time: end } = subsegment as { start_time: number; end_time: number };
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(Date.now() / 1_000);
  });

  test('that asks several tables names them all', async () => {
    const Keys = [{ person: { S: 'alice' } }];
    await client.send(new BatchGetItemCommand({ RequestItems: { people: { Keys }, entries: { Keys } } }));
    expect((await daemon.next()).aws).toMatchObject({ table_names: ['people', 'entries'] });
  });

  test.each([
    [400, 'ConditionalCheckFailedException', { error: true, fault: false, throttle: false }],
    [400, 'ProvisionedThroughputExceededException', { error: true, fault: false, throttle: true }],
    [500, 'InternalServerError', { error: false, fault: true, throttle: false }],
  ])('that is answered %i %s says whose fault that is, and no more', async (status, type, flags) => {
    refuse(status, type);
    const TableName = 'entries';
    await expect(client.send(new DeleteItemCommand({ TableName, Key: {} }))).rejects.toThrow(SECRET);
    const subsegment = await daemon.next();
    expect(subsegment).toMatchObject({ ...flags, http: { response: { status } } });
    expect(JSON.stringify(subsegment)).not.toContain(SECRET);
  });

  test('that is tried again is one subsegment, which says how often', async () => {
    refuse(500, 'InternalServerError');
    await expect(get()).rejects.toThrow();
    expect(await daemon.next()).toMatchObject({ aws: { retries: 2 } });
  });

  test('belongs to the invocation that is under way', async () => {
    await get();
    traceHeader = `Root=${TRACE};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=a87bd80c:0`;
    await get();
    expect([(await daemon.next()).parent_id, (await daemon.next()).parent_id]).toEqual([
      PARENT,
      '53995c3f42cd8ad8',
    ]);
  });
});

describe('a post to a socket', () => {
  test('is a subsegment', async () => {
    sockets.answers.set('c1', (response) => void response.writeHead(200).end());
    expect(
      await apiGatewayPush({ endpoint: sockets.endpoint, region: 'us-east-1', tracing }).post('c1', FRAME),
    ).toBe('delivered');
    expect(await daemon.next()).toMatchObject({
      name: 'ApiGatewayManagementApi',
      namespace: 'aws',
      aws: { operation: 'PostToConnection' },
      http: { response: { status: 200 } },
    });
  });

  test('that is gone is an error of the request, and one that nobody answers a fault', async () => {
    sockets.answers.set('gone', gone).set('hung', () => {});
    const push = apiGatewayPush({ endpoint: sockets.endpoint, region: 'us-east-1', tracing });
    expect(await push.post('gone', FRAME)).toBe('gone');
    expect(await daemon.next()).toMatchObject({ error: true, http: { response: { status: 410 } } });
    expect(await push.post('hung', FRAME)).toBe('failed');
    const hung = await daemon.next();
    expect(hung).toMatchObject({ fault: true });
    expect(hung).not.toHaveProperty('http');
  });
});

describe('nothing is sent', () => {
  test.each([undefined, '', `Root=${TRACE}`, `Root=${TRACE};Parent=${PARENT};Sampled=0`])(
    'of an invocation whose trace is %j',
    async (header) => {
      const before = daemon.subsegments.length;
      traceHeader = header;
      await get();
      // What is sent after it comes first.
      traceHeader = SAMPLED;
      await get();
      await daemon.next();
      expect(daemon.subsegments).toHaveLength(before + 1);
    },
  );

  test.each(['127.0.0.1:1', '127.0.0.1:99999', '127.0.0.1', 'no.such.host.invalid:2000', ''])(
    'to a daemon at %j, and the request is answered all the same',
    async (address) => {
      const alone = dynamodbClient(xrayTracing(address, () => SAMPLED));
      await expect(get(alone)).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
      alone.destroy();
    },
  );
});
