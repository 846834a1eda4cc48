import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it comes by. */
export interface Passing {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * What becomes of a request: it goes through; it is never answered; it is done, and its answer is kept back or the
 * connection ends in its place; or it is answered here, with nothing done.
 */
export type Verdict =
  | 'pass'
  | 'hang'
  | 'keep the answer'
  | 'cut the answer'
  | { status: number; body: string };

/** A server of ours in front of another, which reads what goes by. */
export interface HttpProxy {
  readonly port: number;
  leadTo(endpoint: string): void;
  stop(): Promise<void>;
}

/** @param decide is asked once for each request */
export async function startHttpProxy(decide: (passing: Passing) => Verdict): Promise<HttpProxy> {
  let target: URL | undefined;
  const agent = new Agent({ keepAlive: true });

  const forward = async ({ method, headers, url }: IncomingMessage, body: Buffer) => {
    if (!target) throw new Error('It leads nowhere yet.');
    const { hostname, port } = target;
    const onward = request({ agent, hostname, port, method, path: url, headers });
    onward.end(body);
    const [answered] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answered.statusCode ?? 500, headers: answered.headers, body: await bodyOf(answered) };
  };

  const answer = async (asked: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(asked);
    const verdict = decide({ path: asked.url ?? '', headers: asked.headers, body: body.toString() });
    if (verdict === 'hang') return;
    if (typeof verdict === 'object') return void response.writeHead(verdict.status).end(verdict.body);
    const forwarded = await forward(asked, body);
    if (verdict === 'keep the answer') return;
    if (verdict === 'cut the answer') return void asked.socket.destroy();
    response.writeHead(forwarded.status, forwarded.headers).end(forwarded.body);
  };

  const server = createServer((asked, response) => {
    // What is behind it is down, or whoever asked has given up: a connection that ends says so.
    answer(asked, response).catch(() => asked.socket.destroy());
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(endpoint) {
      target = new URL(endpoint);
    },
    async stop() {
      agent.destroy();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
