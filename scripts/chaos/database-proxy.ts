import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a DynamoDB does that has trouble; shares are in [0, 1]. */
export interface Trouble {
  /** Refused because of too much load, with nothing done. */
  readonly throttled?: number;
  /** Done, and the answer never comes. */
  readonly unanswered?: number;
  /** Done, and the connection ends instead of an answer. */
  readonly cut?: number;
}

/** A DynamoDB that has trouble: every request goes through it, and it speaks DynamoDB's own words. */
export interface DatabaseProxy {
  readonly port: number;
  leadTo(endpoint: string): void;
  become(trouble: Trouble): void;
  /** How many requests of an operation were done, such as `PutItem`, on tables whose name ends so. */
  countOf(operation: string, table: string): number;
  stop(): Promise<void>;
}

const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

/** @param chance in [0, 1), for each request */
export async function startDatabaseProxy(chance: () => number): Promise<DatabaseProxy> {
  let target = new URL('http://127.0.0.1:9');
  let trouble: Trouble = {};
  const agent = new Agent({ keepAlive: true });
  const counts = new Map<string, number>();

  const answer = async (asked: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(asked);
    const { throttled = 0, unanswered = 0, cut = 0 } = trouble;
    const drawn = chance();
    if (drawn < throttled) {
      return void response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(THROTTLED);
    }
    const forwarded = await forward(asked, body);
    const key = `${asked.headers['x-amz-target']}`.split('.').at(-1) ?? '';
    const table = /"TableName":"([^"]*)"/.exec(body.toString())?.[1] ?? '';
    counts.set(`${key} ${table}`, (counts.get(`${key} ${table}`) ?? 0) + 1);
    if (drawn < throttled + unanswered) return;
    if (drawn < throttled + unanswered + cut) return void asked.socket.destroy();
    response.writeHead(forwarded.status, forwarded.headers).end(forwarded.body);
  };

  const forward = async ({ method, headers, url }: IncomingMessage, body: Buffer) => {
    const { hostname, port } = target;
    const onward = request({ agent, hostname, port, method, path: url, headers });
    onward.end(body);
    const [answered] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answered.statusCode ?? 500, headers: answered.headers, body: await bodyOf(answered) };
  };

  const server = createServer((asked, response) => {
    // The database is down, or whoever asked has given up: a connection that ends says so.
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
    become(now) {
      trouble = now;
    },
    countOf: (operation, table) =>
      [...counts].reduce((sum, [key, count]) => {
        return key.startsWith(`${operation} `) && key.endsWith(table) ? sum + count : sum;
      }, 0),
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
