import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { API_HEADERS } from '../../edge/api-headers.ts';
import { logLine } from '../../edge/log.ts';
import type { PushRequest } from '../../push/redis.ts';
import { type Redis, redisClient } from '../client.ts';
import { onForgotten } from '../forgetting.ts';
import { openMailbox } from '../mailbox.ts';
import { keepPresent } from '../presence.ts';
import { makeQueue } from '../queue.ts';
import { dispatcher } from './dispatch.ts';
import { answerRequest } from './http.ts';
import type { GatewayLimits } from './limits.ts';
import { openSockets } from './sockets.ts';

const API = '/api/';
const SOCKET = '/socket';
const HEALTH = '/healthz';

export interface InterfaceServerOptions {
  readonly redisUrl: string;
  readonly limits: GatewayLimits;
  /** Answers what is neither the API's nor the socket's. */
  readonly pages: RequestListener;
}

/** A process's part that holds clients' connections, and no handler. */
export interface InterfaceServer {
  readonly answer: RequestListener;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/** Opens an interface server: HTTP and sockets, their events into the queue, the answers back. */
export async function openInterfaceServer({
  redisUrl,
  limits,
  pages,
}: InterfaceServerOptions): Promise<InterfaceServer> {
  // New at each start: a connection of an earlier one is never taken for one of this.
  const name = `interface-${randomUUID()}`;
  const redis = redisClient(redisUrl);
  await redis.connect();
  await makeQueue(redis);

  const mailbox = await openMailbox(redis, name, (about) => sockets.take(about as PushRequest));
  const dispatch = dispatcher(redis, mailbox, limits);
  const sockets = openSockets(name, dispatch, limits);
  // Nobody finds sockets that are held for nobody: better that their clients come back.
  await onForgotten(redis, sockets.end);
  const endPresence = keepPresent(redis, name, () => ({ kind: 'interface', sockets: sockets.count }));

  return {
    answer(request, response) {
      const path = pathOf(request);
      if (path === HEALTH) return answerHealth(response, redis, sockets.count);
      if (!path.startsWith(API)) return pages(request, response);
      answerRequest(request, response, dispatch, limits).catch((error: Error) => {
        logLine('error', 'request failed', { message: error.message, stack: error.stack });
        response.destroy();
      });
    },
    upgrade(request, socket, head) {
      if (pathOf(request) === SOCKET) sockets.upgrade(request, socket, head);
      else socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    },
    async close() {
      await sockets.close();
      await endPresence();
      await mailbox.close();
      redis.destroy();
    },
  };
}

function answerHealth(response: ServerResponse, redis: Redis, sockets: number): void {
  const health = {
    redis: redis.isReady ? 'connected' : 'away',
    sockets,
    memoryBytes: process.memoryUsage.rss(),
  };
  response
    .writeHead(redis.isReady ? 200 : 503, { 'content-type': 'application/json', ...API_HEADERS })
    .end(JSON.stringify(health));
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}
