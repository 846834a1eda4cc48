import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entries, PushedFrame } from '../../lib/protocol/server-frames.ts';
import { connectionIdAt, type PushRequest, redisPush } from '../../lib/push/redis.ts';
import { type Redis, redisClient } from '../../lib/redis/client.ts';
import { interfaceServers } from '../../lib/redis/interface-servers.ts';
import { mailboxOf, presenceOf } from '../../lib/redis/keys.ts';
import { type Mailbox, openMailbox } from '../../lib/redis/mailbox.ts';
import { keepPresent } from '../../lib/redis/presence.ts';
import { type LocalRedis, startRedisServer } from '../../scripts/redis/redis-server.ts';
import { pushContract } from '../push/push-contract.ts';

const FRAME: Entries = { action: 'entries', with: 'alice', entries: [] };

const folder = mkdtempSync(join(tmpdir(), 'chat-redis-'));
const open: (() => Promise<unknown> | unknown)[] = [];
let server: LocalRedis;

beforeAll(async () => {
  server = await startRedisServer(folder);
});

afterAll(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await server?.child.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connected(): Promise<Redis> {
  const redis = redisClient(server.url);
  await redis.connect();
  open.push(() => redis.destroy());
  return redis;
}

/** A process with a mailbox. */
async function processNamed(name: string, onAsk?: (about: unknown) => unknown): Promise<[Redis, Mailbox]> {
  const redis = await connected();
  const mailbox = await openMailbox(redis, name, onAsk);
  open.push(mailbox.close);
  return [redis, mailbox];
}

pushContract('Redis', async () => {
  const sockets = new Map<string, { receive: (frame: PushedFrame) => void; onClose: () => void }>();
  const idOf = (connectionId: string) => connectionIdAt('interface-1', connectionId);
  await processNamed('interface-1', (about) => {
    const { connectionId, frame } = about as PushRequest;
    const socket = sockets.get(connectionId);
    if (!socket) return 'gone';
    if (frame) {
      socket.receive(frame);
      return 'delivered';
    }
    sockets.delete(connectionId);
    socket.onClose();
    return 'closed';
  });
  const push = redisPush(interfaceServers(...(await processNamed('worker-1'))));
  return {
    push: {
      post: (connectionId, frame) => push.post(idOf(connectionId), frame),
      close: (connectionId) => push.close(idOf(connectionId)),
    },
    open: async (connectionId, receive, onClose = () => {}) =>
      void sockets.set(idOf(connectionId), { receive, onClose }),
    end: async (connectionId) => void sockets.delete(idOf(connectionId)),
    close: async () => {},
  };
});

describe('a post to an interface server that does not answer', () => {
  test('has failed, as long as it may only be slow to say that it is there', async () => {
    const push = redisPush(interfaceServers(...(await processNamed('worker-2'))));
    expect(await push.post(connectionIdAt('interface-2', 'phone'), FRAME)).toBe('failed');
  });

  test('is gone, once all that are there have had the time to say so', async () => {
    const [redis, mailbox] = await processNamed('worker-3');
    const push = redisPush(interfaceServers(redis, mailbox, 0));
    expect(await push.post(connectionIdAt('interface-3', 'phone'), FRAME)).toBe('gone');
  });

  test('has failed, if it has said that it is there', async () => {
    const [redis, mailbox] = await processNamed('worker-4');
    open.push(keepPresent(await connected(), 'interface-4', () => ({ kind: 'interface' })));
    const push = redisPush(interfaceServers(redis, mailbox, 0));
    while ((await redis.exists(presenceOf('interface-4'))) === 0);
    expect(await push.post(connectionIdAt('interface-4', 'phone'), FRAME)).toBe('failed');
  });

  test('has failed when it hangs, within a second', async () => {
    const silent = await connected();
    await silent.subscribe(mailboxOf('interface-5'), () => {});
    const push = redisPush(interfaceServers(...(await processNamed('worker-5'))));
    const began = performance.now();
    expect(await push.post(connectionIdAt('interface-5', 'phone'), FRAME)).toBe('failed');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
