import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Push } from '../../lib/chat/connection-ports.ts';
import type { Entries } from '../../lib/protocol/server-frames.ts';
import { apiGatewayPush } from '../../lib/push/api-gateway.ts';
import { type Answer, type ManagementApi, startManagementApi } from './management-api.ts';

/** A device is given up on after half a second; the rest is for a machine that is busy. */
const BOUND_MS = 3_000;

const FRAME: Entries = { action: 'entries', with: 'alice', entries: [] };

// Requests are signed with these; the loopback does not look.
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

const ok: Answer = (response) => void response.writeHead(200).end();
const never: Answer = () => {};
const cutOff: Answer = (response) => void response.destroy();
const garbage: Answer = (response) => void response.socket?.end('this is not HTTP\r\n\r\n');

/** A status, and the beginning of a body that never ends. */
const stuck =
  (status: number): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-length': '100' }).write('{');

let api: ManagementApi;
let push: Pick<Push, 'post'>;

beforeAll(async () => {
  api = await startManagementApi();
  push = apiGatewayPush({ endpoint: api.endpoint, region: 'us-east-1' });
});

afterAll(() => api.close());

describe('a post through API Gateway', () => {
  test.each([
    ['cut off', cutOff],
    ['answered with something that is not HTTP', garbage],
    ['answered 200 with a body that never ends', stuck(200)],
    ['answered 500 with a body that never ends', stuck(500)],
  ])('has failed, in bounded time and without a throw, when it is %s', async (_, answer) => {
    api.answers.set('broken', answer);
    const began = performance.now();
    expect(await push.post('broken', FRAME)).toBe('failed');
    expect(performance.now() - began).toBeLessThan(BOUND_MS);
  });

  test('is tried twice when answered 500, and once when the connection is gone', async () => {
    const posts = { failing: 0, gone: 0 };
    api.answers.set('failing', (response) => {
      posts.failing += 1;
      response.writeHead(500).end();
    });
    api.answers.set('gone', (response) => {
      posts.gone += 1;
      response.writeHead(410).end();
    });
    expect(await push.post('failing', FRAME)).toBe('failed');
    expect(await push.post('gone', FRAME)).toBe('gone');
    expect(posts).toEqual({ failing: 2, gone: 1 });
  });

  test('is not held up by one for another device that never answers', async () => {
    api.answers.set('hung', never);
    api.answers.set('healthy', ok);
    const ended: string[] = [];
    const post = async (id: string) => void ended.push(`${id}: ${await push.post(id, FRAME)}`);
    await Promise.all([post('hung'), post('healthy')]);
    expect(ended).toEqual(['healthy: delivered', 'hung: failed']);
  });

  test.each(['L0SM9cOFvHcCIhw=', 'a+b/c==', 'ünïcode? #1'])(
    'finds the connection with the id %j',
    async (id) => {
      api.answers.set(id, ok);
      expect(await push.post(id, FRAME)).toBe('delivered');
    },
  );
});
