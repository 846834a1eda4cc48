import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';

export interface Post {
  readonly connectionId: string;
  readonly frame: PushedFrame;
}

/** API Gateway's `@connections`, through which frames are posted to sockets; this one keeps what it gets. */
export interface ConnectionsEndpoint {
  readonly url: string;
  readonly posts: Post[];
  /** Ids of sockets that were to be closed, and are gone since. */
  readonly closed: string[];
  /** Ids of sockets that are no more: a post to one is answered with 410. */
  readonly gone: Set<string>;
  /** Ids of sockets that are there, but to which no post gets through: it is answered with 500. */
  readonly failing: Set<string>;
  stop(): Promise<void>;
}

/** Starts one on a port of the loopback that is free. */
export async function startConnectionsEndpoint(): Promise<ConnectionsEndpoint> {
  const posts: Post[] = [];
  const closed: string[] = [];
  const gone = new Set<string>();
  const failing = new Set<string>();
  const server = createServer(async (request, response) => {
    const connectionId = decodeURIComponent(request.url?.split('/@connections/')[1] ?? '');
    const body = await bodyOf(request);
    if (gone.has(connectionId)) return void response.writeHead(410).end();
    if (failing.has(connectionId)) return void response.writeHead(500).end();
    if (request.method === 'DELETE') {
      closed.push(connectionId);
      gone.add(connectionId);
      return void response.writeHead(204).end();
    }
    posts.push({ connectionId, frame: JSON.parse(body) as PushedFrame });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    closed,
    gone,
    failing,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
