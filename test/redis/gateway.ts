import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { SocketEvent } from '../../lib/edge/socket.ts';
import { redisClient } from '../../lib/redis/client.ts';
import { GATEWAY_LIMITS, type GatewayLimits } from '../../lib/redis/interface/limits.ts';
import { openInterfaceServer } from '../../lib/redis/interface/server.ts';
import type { Event } from '../../lib/redis/job.ts';
import { openMailbox } from '../../lib/redis/mailbox.ts';
import { makeQueue } from '../../lib/redis/queue.ts';
import { startWorker } from '../../lib/redis/worker.ts';
import { type Listening, listenOn } from '../../scripts/local/listen.ts';
import { type LocalRedis, startRedisServer } from '../../scripts/redis/redis-server.ts';

/** What a test's handlers answer to the events that are not its subject: everybody is let in, as alice. */
export type Handle = (event: Event) => Promise<unknown>;

const letIn: Handle = async ({ kind }) => {
  if (kind === 'authorizer') {
    return {
      policyDocument: { Statement: [{ Effect: 'Allow' }] },
      context: { person: 'alice', session: 's1' },
    };
  }
  return { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat.v1' } };
};

/** The frame that an event brings; undefined for any other event. */
export function frameOf({ kind, event }: Event): { id: string } | undefined {
  if (kind !== 'socket' || event.requestContext.eventType !== 'MESSAGE') return undefined;
  return JSON.parse(String((event as SocketEvent).body)) as { id: string };
}

/** Interface servers and workers in this process, around a Redis of their own. */
export class Gateway {
  #redis: LocalRedis;
  readonly #folder: string;
  readonly #open: (() => Promise<unknown> | unknown)[] = [];
  #processes = 0;

  private constructor(redis: LocalRedis, folder: string) {
    this.#redis = redis;
    this.#folder = folder;
  }

  get redis(): LocalRedis {
    return this.#redis;
  }

  static async start(): Promise<Gateway> {
    const folder = mkdtempSync(join(tmpdir(), 'chat-gateway-'));
    return new Gateway(await startRedisServer(folder), folder);
  }

  async interfaceServer(limits: Partial<GatewayLimits> = {}): Promise<Listening> {
    const server = await openInterfaceServer({
      redisUrl: this.redis.url,
      limits: { ...GATEWAY_LIMITS, ...limits },
      pages: (_, response) => void response.writeHead(200).end('a page'),
    });
    const listening = await listenOn(['127.0.0.1'], 0, server);
    this.#open.push(async () => {
      await server.close();
      await listening.stop();
    });
    return listening;
  }

  /** @param handle answers what it has an answer to; undefined leaves the event to be let in */
  async worker(
    handle: Handle,
    { claimAfterMs = 300, handlerTimeoutMs = 10_000 } = {},
  ): Promise<{ drain(): Promise<void> }> {
    const redis = redisClient(this.redis.url);
    await redis.connect();
    await makeQueue(redis);
    this.#processes += 1;
    const mailbox = await openMailbox(redis, `worker-${this.#processes}`);
    const worker = startWorker({
      redis,
      mailbox,
      handle: async (event) => (await handle(event)) ?? letIn(event),
      concurrency: 8,
      handlerTimeoutMs,
      claimAfterMs,
    });
    let isDrained = false;
    const drain = async () => {
      if (isDrained) return;
      isDrained = true;
      await worker.drain();
      await mailbox.close();
      redis.destroy();
    };
    this.#open.push(drain);
    return { drain };
  }

  /** As after a crash: another Redis, at the same place, with nothing in it. */
  async restartRedis(): Promise<void> {
    await this.redis.child.kill();
    this.#redis = await startRedisServer(this.#folder, Number(new URL(this.redis.url).port));
  }

  /** As a network does that fails for a moment. */
  async cutConnections(): Promise<void> {
    const redis = redisClient(this.redis.url);
    await redis.connect();
    for (const TYPE of ['NORMAL', 'PUBSUB'] as const)
      await redis.sendCommand(['CLIENT', 'KILL', 'TYPE', TYPE]);
    redis.destroy();
  }

  /** Resolves when workers have looked so many times more for jobs that nobody does any longer. */
  async untilLookedAfter(times: number): Promise<void> {
    const redis = redisClient(this.redis.url);
    await redis.connect();
    let looks = 0;
    await new Promise<void>((resolve) => {
      void redis.monitor((command) => {
        if (command.includes('"XAUTOCLAIM"')) looks += 1;
        if (looks === times) resolve();
      });
    });
    redis.destroy();
  }

  /** Ends all but Redis, which is empty then. */
  async clear(): Promise<void> {
    await this.#closeAll();
    const redis = redisClient(this.redis.url);
    await redis.connect();
    await redis.flushAll();
    redis.destroy();
  }

  async stop(): Promise<void> {
    await this.#closeAll();
    await this.redis.child.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #closeAll(): Promise<void> {
    for (const close of this.#open.splice(0).reverse()) await close();
  }
}

/** A socket of a client, and what has come over it. */
export class Client {
  readonly socket: WebSocket;
  readonly received: { id?: string; code?: string; n?: number }[] = [];
  readonly closed: Promise<number>;
  #look = () => {};

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)));
      this.#look();
    });
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
  }

  static async open({ port }: Listening): Promise<Client> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, ['chat.v1', 'ticket.any']);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Client(socket);
  }

  send(...frames: object[]): void {
    for (const frame of frames) this.socket.send(JSON.stringify(frame));
  }

  /** The next frame to come. */
  async next(): Promise<Client['received'][number]> {
    const count = this.received.length + 1;
    await this.until(count);
    return this.received[count - 1] ?? {};
  }

  /** Resolves when so many frames have come. */
  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.received.length >= count) resolve();
      };
      this.#look();
    });
  }
}
