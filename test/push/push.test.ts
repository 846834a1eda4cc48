import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Push } from '../../lib/chat/connection-ports.ts';
import { apiGatewayPush } from '../../lib/push/api-gateway.ts';
import { closeAtApiGateway } from '../../lib/push/close-api-gateway.ts';
import { memoryPush } from '../../lib/push/memory.ts';
import { postAtApiGateway } from '../../lib/push/post-at-api-gateway.ts';
import { type ManagementApi, startManagementApi } from './management-api.ts';
import { pushContract } from './push-contract.ts';

// Requests are signed with these; the loopback does not look.
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

const FRAME = { action: 'entries', with: 'alice', entries: [] } as const;

pushContract('memory', async () => {
  const push = memoryPush();
  return {
    push,
    open: async (connectionId, receive, onClose) => push.open(connectionId, receive, onClose),
    end: async (connectionId) => push.end(connectionId),
    close: async () => {},
  };
});

type Settings = Parameters<typeof postAtApiGateway>[0];

const WAYS_TO_POST: readonly (readonly [name: string, post: (settings: Settings) => Push['post']])[] = [
  ['by its client', (settings) => apiGatewayPush(settings).post],
  ['by a signed request', postAtApiGateway],
];

for (const [way, postBy] of WAYS_TO_POST) {
  pushContract(`API Gateway, ${way}`, async () => {
    const api = await startManagementApi();
    const settings = { endpoint: api.endpoint, region: 'us-east-1' };
    return {
      push: { post: postBy(settings), close: closeAtApiGateway(settings) },
      async open(connectionId, receive, onClose = () => {}) {
        api.answers.set(connectionId, (response, frame) => {
          receive(frame);
          response.writeHead(200).end();
        });
        api.closings.set(connectionId, (response) => {
          api.answers.delete(connectionId);
          api.closings.delete(connectionId);
          onClose();
          response.writeHead(204).end();
        });
      },
      end: async (connectionId) => void api.answers.delete(connectionId),
      close: api.close,
    };
  });
}

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
      expect(
        await apiGatewayPush({ endpoint: api.endpoint, region: 'us-east-1' }).post('troubled', FRAME),
      ).toBe('failed');
    },
  );

  test('is tried once more after a 5xx', async () => {
    let tries = 0;
    api.answers.set('hiccup', (response) => {
      tries += 1;
      response.writeHead(tries === 1 ? 503 : 200).end();
    });
    expect(await apiGatewayPush({ endpoint: api.endpoint, region: 'us-east-1' }).post('hiccup', FRAME)).toBe(
      'delivered',
    );
    expect(tries).toBe(2);
  });

  test('that is not answered is given up, and has failed', async () => {
    api.answers.set('hung', () => {});
    const began = performance.now();
    expect(await apiGatewayPush({ endpoint: api.endpoint, region: 'us-east-1' }).post('hung', FRAME)).toBe(
      'failed',
    );
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('to where nothing listens has failed', async () => {
    const ended = await startManagementApi();
    await ended.close();
    expect(await apiGatewayPush({ endpoint: ended.endpoint, region: 'us-east-1' }).post('phone', FRAME)).toBe(
      'failed',
    );
  });

  test('that is answered with a GoneException is gone as well', async () => {
    api.answers.set('gone', (response) => {
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': 'GoneException' };
      response.writeHead(410, headers).end('{"message":"Gone"}');
    });
    expect(await apiGatewayPush({ endpoint: api.endpoint, region: 'us-east-1' }).post('gone', FRAME)).toBe(
      'gone',
    );
  });
});

describe('a close through API Gateway', () => {
  let api: ManagementApi;
  beforeAll(async () => {
    api = await startManagementApi();
  });
  afterAll(() => api.close());
  const close = (connectionId: string) =>
    closeAtApiGateway({ endpoint: api.endpoint, region: 'us-east-1' })(connectionId);

  test.each([400, 403, 429, 500, 503])(
    'that is answered with %i has failed, and nothing throws',
    async (status) => {
      api.closings.set('troubled', (response) => response.writeHead(status).end());
      expect(await close('troubled')).toBe('failed');
    },
  );

  test('is tried once more after a 5xx', async () => {
    let tries = 0;
    api.closings.set('hiccup', (response) => {
      tries += 1;
      response.writeHead(tries === 1 ? 503 : 204).end();
    });
    expect(await close('hiccup')).toBe('closed');
    expect(tries).toBe(2);
  });

  test('that is not answered is given up within a second, and has failed', async () => {
    api.closings.set('hung', () => {});
    const began = performance.now();
    expect(await close('hung')).toBe('failed');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('to where nothing listens has failed', async () => {
    const ended = await startManagementApi();
    await ended.close();
    expect(await closeAtApiGateway({ endpoint: ended.endpoint, region: 'us-east-1' })('phone')).toBe(
      'failed',
    );
  });

  test.each(['L0SM9cOFvHcCIhw=', 'a+b/c==', 'ünïcode? #1'])(
    'finds the connection with the id %j',
    async (id) => {
      api.closings.set(id, (response) => response.writeHead(204).end());
      expect(await close(id)).toBe('closed');
    },
  );
});
