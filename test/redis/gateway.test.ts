import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { redisPush } from '../../lib/push/redis.ts';
import { redisClient } from '../../lib/redis/client.ts';
import { interfaceServers } from '../../lib/redis/interface-servers.ts';
import { openMailbox } from '../../lib/redis/mailbox.ts';
import { makeQueue, takeJobs } from '../../lib/redis/queue.ts';
import { readStatus } from '../../lib/redis/status.ts';
import type { Listening } from '../../scripts/local/listen.ts';
import { Client, frameOf, Gateway, type Handle } from './gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterEach(() => gateway.clear());
afterAll(() => gateway.stop());

/** Of as many workers, the one that has a job is hardly the first to look for it. */
const WORKERS = 5;

/** Each looks three times in the time after which a job is taken for abandoned: of all, for three times as long. */
const LOOKS = WORKERS * 9;

/** Answers each frame with its own id. */
const echo: Handle = async (event) => {
  const frame = frameOf(event);
  return frame && { statusCode: 200, body: JSON.stringify({ action: 'echo', ...frame }) };
};

async function healthOf({ port }: Listening): Promise<{ sockets: number }> {
  return (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as { sockets: number };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ action: 'echo', id: `f${n}`, n }));

describe('frames', () => {
  test('of one connection are handled one after the other, whatever time each takes and however many workers there are', async () => {
    const begun: string[] = [];
    let underWay = 0;
    const slowThenFast: Handle = async (event) => {
      const frame = frameOf(event);
      if (!frame) return undefined;
      underWay += 1;
      expect(underWay).toBe(1);
      begun.push(frame.id);
      await new Promise((resolve) => setTimeout(resolve, (20 - begun.length) % 7));
      underWay -= 1;
      return echo(event);
    };
    for (let i = 0; i < 3; i += 1) await gateway.worker(slowThenFast);
    const client = await Client.open(await gateway.interfaceServer());
    client.send(...numbered(20));
    await client.until(20);
    expect(begun).toEqual(numbered(20).map(({ id }) => id));
    expect(client.received.map(({ id }) => id)).toEqual(begun);
  });

  test('go back to the server that holds the client, of several on one Redis', async () => {
    await gateway.worker(echo);
    const servers = await Promise.all([gateway.interfaceServer(), gateway.interfaceServer()]);
    const clients = await Promise.all(servers.map((server) => Client.open(server)));
    for (const [i, client] of clients.entries()) client.send({ id: `of client ${i}` });
    await Promise.all(clients.map((client) => client.until(1)));
    expect(clients.map(({ received }) => received[0]?.id)).toEqual(['of client 0', 'of client 1']);
  });

  test('whose handler throws are answered with an error that names them', async () => {
    await gateway.worker(async (event) => {
      if (frameOf(event)) throw new Error('a detail');
    });
    const client = await Client.open(await gateway.interfaceServer());
    client.send({ id: 'f1' });
    await client.until(1);
    expect(client.received).toEqual([
      {
        action: 'error',
        id: 'f1',
        code: 'internal',
        message: 'Something went wrong on our side; try again.',
      },
    ]);
  });
});

describe('a worker', () => {
  test('that dies in the middle of a frame leaves it to another', async () => {
    // It takes what it gets and never comes back; nor does it say that it is still at it.
    const takenBy: string[] = [];
    const dead = redisClient(gateway.redis.url);
    await dead.connect();
    const alive = await gateway.worker(echo, { claimAfterMs: 200 });
    const server = await gateway.interfaceServer();
    const client = await Client.open(server);
    await alive.drain();

    await makeQueue(dead);
    client.send({ id: 'f1' });
    for (const { job } of await takeJobs(dead, 'a worker that dies', { count: 1, waitMs: 5_000 }))
      takenBy.push(job.kind);
    dead.destroy();
    expect(takenBy).toEqual(['socket']);

    await gateway.worker(echo, { claimAfterMs: 200 });
    await client.until(1);
    expect(client.received.map(({ id }) => id)).toEqual(['f1']);
  });

  test('that is told to stop finishes what it has begun, and takes nothing new', async () => {
    const release = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const first = await gateway.worker(async (event) => {
      if (!frameOf(event)) return undefined;
      begun.resolve();
      await release.promise;
      return echo(event);
    });
    const client = await Client.open(await gateway.interfaceServer());
    client.send({ id: 'begun' }, { id: 'new' });
    await begun.promise;
    const drained = first.drain();
    release.resolve();
    await drained;
    await client.until(1);
    expect(client.received.map(({ id }) => id)).toEqual(['begun']);
    await gateway.worker(echo);
    await client.until(2);
    expect(client.received.map(({ id }) => id)).toEqual(['begun', 'new']);
  });

  test('keeps a job that takes long to itself', async () => {
    let times = 0;
    const long: Handle = async (event) => {
      if (!frameOf(event)) return undefined;
      times += 1;
      await gateway.untilLookedAfter(LOOKS);
      return echo(event);
    };
    for (let i = 0; i < WORKERS; i += 1) await gateway.worker(long, { claimAfterMs: 150 });
    const client = await Client.open(await gateway.interfaceServer());
    client.send({ id: 'f1' });
    await client.until(1);
    expect(times).toBe(1);
  });
});

describe('a socket that a worker has closed', () => {
  /** A socket, the way to close it, and the frames of it that were handled. */
  async function opened() {
    const handled: string[] = [];
    const connected = Promise.withResolvers<string>();
    const disconnected = Promise.withResolvers<string>();
    await gateway.worker(async (event) => {
      const { connectionId, eventType } = event.event.requestContext as {
        connectionId: string;
        eventType?: string;
      };
      if (eventType === 'CONNECT') connected.resolve(connectionId);
      if (eventType === 'DISCONNECT') disconnected.resolve(connectionId);
      const frame = frameOf(event);
      if (frame) handled.push(frame.id);
      return echo(event);
    });
    const client = await Client.open(await gateway.interfaceServer());
    const connectionId = await connected.promise;
    const redis = redisClient(gateway.redis.url);
    await redis.connect();
    const mailbox = await openMailbox(redis, 'worker-that-closes');
    const close = async () => {
      const outcome = await redisPush(interfaceServers(redis, mailbox)).close(connectionId);
      await mailbox.close();
      redis.destroy();
      return outcome;
    };
    return { client, connectionId, handled, disconnected: disconnected.promise, close };
  }

  test('ends at once, with 1001, and its end is told', async () => {
    const { client, connectionId, disconnected, close } = await opened();
    const began = performance.now();
    expect(await close()).toBe('closed');
    expect(await client.closed).toBe(1001);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await disconnected).toBe(connectionId);
  });

  test('is cut if the client does not close its side, and nothing that it sends meanwhile is handled', async () => {
    const { client, handled, disconnected, close } = await opened();
    client.send({ id: 'before' });
    await client.until(1);
    // It neither reads nor answers; what it writes still goes out.
    client.socket.pause();
    expect(await close()).toBe('closed');
    client.send({ id: 'after' });
    await disconnected;
    expect(handled).toEqual(['before']);
    client.socket.resume();
    expect([1001, 1006]).toContain(await client.closed);
  });
});

describe('the limits', () => {
  test('a full queue: what is new is refused in words, what was accepted is done', async () => {
    const worker = await gateway.worker(echo);
    const server = await gateway.interfaceServer({ queueLength: 3, answerMs: 10_000 });
    // One after the other: opening takes a place in the queue, too.
    const clients: Client[] = [];
    while (clients.length < 5) clients.push(await Client.open(server));
    await worker.drain();
    for (const [i, client] of clients.entries()) client.send({ id: `f${i}` });
    const refused = () => clients.flatMap(({ received }) => received).filter(({ code }) => code === 'busy');
    await Promise.race(clients.map((client) => client.until(1)));
    const response = await fetch(`http://127.0.0.1:${server.port}/api/people`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'busy' } });

    await gateway.worker(echo);
    await Promise.all(clients.map((client) => client.until(1)));
    expect(refused()).toHaveLength(2);
    expect(clients.flatMap(({ received }) => received).filter(({ code }) => !code)).toHaveLength(3);
  });

  test('a handler that takes too long is not waited for', async () => {
    const hung: Handle = async (event) => (frameOf(event) ? new Promise(() => {}) : undefined);
    await gateway.worker(hung, { handlerTimeoutMs: 600 });
    const client = await Client.open(await gateway.interfaceServer({ answerMs: 200 }));
    client.send({ id: 'f1' });
    await client.until(1);
    expect(client.received).toMatchObject([{ action: 'error', id: 'f1', code: 'internal' }]);
  });

  test.each([
    ['is idle', { idleMs: 150 }],
    ['is old', { lifetimeMs: 150 }],
  ])('a socket that %s is closed with 1001', async (_, limits) => {
    await gateway.worker(echo);
    const client = await Client.open(await gateway.interfaceServer(limits));
    expect(await client.closed).toBe(1001);
  });

  test('a message that is too large ends the socket with 1009', async () => {
    await gateway.worker(echo);
    const client = await Client.open(await gateway.interfaceServer({ maxMessageBytes: 1_000 }));
    client.send({ id: 'x'.repeat(1_000) });
    expect(await client.closed).toBe(1009);
  });

  test('a peer that no longer answers pings is cut', async () => {
    await gateway.worker(echo);
    const server = await gateway.interfaceServer({ pingEveryMs: 100 });
    const client = await Client.open(server);
    client.socket.pause();
    while ((await healthOf(server)).sockets !== 0);
    client.socket.resume();
    expect(await client.closed).toBe(1006);
  });

  test('a client that does not read is cut, and others do not notice', async () => {
    const large = 'x'.repeat(100_000);
    await gateway.worker(async (event) => {
      const frame = frameOf(event);
      return frame && { statusCode: 200, body: JSON.stringify({ id: frame.id, large }) };
    });
    const server = await gateway.interfaceServer({ maxUnreadBytes: 200_000, maxWaitingFrames: 1_000 });
    const [slow, other] = [await Client.open(server), await Client.open(server)];
    slow.socket.pause();
    slow.send(...numbered(500));
    other.send({ id: 'of the other' });
    await other.until(1);
    while ((await healthOf(server)).sockets !== 1);
    slow.socket.resume();
    expect(await slow.closed).toBe(1006);
    expect(other.received.map(({ id }) => id)).toEqual(['of the other']);
  });

  test('nobody whom the authorizer does not let in gets a socket, and a foreign path has none', async () => {
    await gateway.worker(async ({ kind }) =>
      kind === 'authorizer' ? { policyDocument: { Statement: [{ Effect: 'Deny' }] } } : undefined,
    );
    await expect(Client.open(await gateway.interfaceServer())).rejects.toThrow('403');
  });
});

describe('Redis', () => {
  test('that is gone is said in words at once, and by /healthz', async () => {
    const own = await Gateway.start();
    await own.worker(echo);
    const server = await own.interfaceServer();
    const client = await Client.open(server);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    await own.redis.child.kill();
    client.send({ id: 'f1' });
    await client.until(1);
    expect(client.received).toMatchObject([{ action: 'error', id: 'f1', code: 'busy' }]);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(503);
    await own.stop();
  });

  test('that has restarted has forgotten who is connected: the sockets end, so that their clients come back', async () => {
    const own = await Gateway.start();
    await own.worker(echo);
    const server = await own.interfaceServer();
    const client = await Client.open(server);
    await own.restartRedis();
    expect(await client.closed).toBe(1001);
    const again = await Client.open(server);
    again.send({ id: 'f1' });
    await again.until(1);
    expect(again.received).toMatchObject([{ id: 'f1' }]);
    await own.stop();
  });

  test('that was only out of reach for a moment ends no socket', async () => {
    const own = await Gateway.start();
    await own.worker(echo);
    const server = await own.interfaceServer();
    const client = await Client.open(server);
    await own.cutConnections();
    while ((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status !== 200);
    do client.send({ id: 'f1' });
    while ((await client.next()).code === 'busy');
    expect(client.received.at(-1)).toMatchObject({ action: 'echo', id: 'f1' });
    await own.stop();
  });

  test('knows how the system is doing', async () => {
    await gateway.worker(echo);
    const server = await gateway.interfaceServer();
    await Client.open(server);
    const redis = redisClient(gateway.redis.url);
    await redis.connect();
    let status = await readStatus(redis);
    while (status.interfaces[0]?.sockets !== 1) status = await readStatus(redis);
    expect(status).toMatchObject({ queued: 0, underWay: 0, workers: [{}], interfaces: [{ sockets: 1 }] });
    redis.destroy();
  });
});
