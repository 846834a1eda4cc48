import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiGatewayPush } from '../../lib/push/api-gateway.ts';
import { memoryPush } from '../../lib/push/memory.ts';
import { type ManagementApi, startManagementApi } from './management-api.ts';
import { pushContract } from './push-contract.ts';

// The SDK looks for credentials before it sends anything; the loopback asks for none.
process.env.AWS_REGION = 'us-east-1';
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

const FRAME = { action: 'entries', with: 'alice', entries: [] } as const;

pushContract('memory', async () => {
  const push = memoryPush();
  return {
    push,
    open: async (connectionId, receive) => push.open(connectionId, receive),
    end: async (connectionId) => push.close(connectionId),
    close: async () => {},
  };
});

pushContract('API Gateway', async () => {
  const api = await startManagementApi();
  return {
    push: apiGatewayPush(api.endpoint),
    async open(connectionId, receive) {
      api.answers.set(connectionId, (response, frame) => {
        receive(frame);
        response.writeHead(200).end();
      });
    },
    end: async (connectionId) => void api.answers.delete(connectionId),
    close: api.close,
  };
});

describe('a post through API Gateway', () => {
  let api: ManagementApi;
  beforeAll(async () => {
    api = await startManagementApi();
  });
  afterAll(() => api.close());

  test.each([400, 403, 413, 429, 500, 503])(
    'that is answered with %i has failed, and nothing throws',
    async (status) => {
      api.answers.set('troubled', (response) => response.writeHead(status).end());
      expect(await apiGatewayPush(api.endpoint).post('troubled', FRAME)).toBe('failed');
    },
  );

  test('is tried once more after a 5xx', async () => {
    let tries = 0;
    api.answers.set('hiccup', (response) => {
      tries += 1;
      response.writeHead(tries === 1 ? 503 : 200).end();
    });
    expect(await apiGatewayPush(api.endpoint).post('hiccup', FRAME)).toBe('delivered');
    expect(tries).toBe(2);
  });

  test('that is not answered is given up, and has failed', async () => {
    api.answers.set('hung', () => {});
    const began = performance.now();
    expect(await apiGatewayPush(api.endpoint).post('hung', FRAME)).toBe('failed');
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('to where nothing listens has failed', async () => {
    const ended = await startManagementApi();
    await ended.close();
    expect(await apiGatewayPush(ended.endpoint).post('phone', FRAME)).toBe('failed');
  });

  test('that is answered with a GoneException is gone as well', async () => {
    api.answers.set('gone', (response) => {
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': 'GoneException' };
      response.writeHead(410, headers).end('{"message":"Gone"}');
    });
    expect(await apiGatewayPush(api.endpoint).post('gone', FRAME)).toBe('gone');
  });
});
