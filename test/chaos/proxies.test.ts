import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type AddressInfo,
  createConnection,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Passing, startHttpProxy, type Verdict } from '../../scripts/chaos/http-proxy.ts';
import { type Conditions, startTcpProxy, WELL } from '../../scripts/chaos/tcp-proxy.ts';

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe('a network of our own', () => {
  /** A connection through it to somebody who says everything twice back, and what came back, piece by piece. */
  async function connected(conditions: Conditions = WELL) {
    const port = await listening(createTcpServer((socket) => socket.on('error', () => {}).pipe(socket)));
    const proxy = await startTcpProxy(port);
    proxy.become(conditions);
    stops.push(proxy.stop);
    const socket = createConnection({ port: proxy.port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => {});
    stops.push(() => socket.destroy());
    const pieces: string[] = [];
    socket.on('data', (piece) => pieces.push(String(piece)));
    await once(socket, 'connect');
    const until = async (text: string) => {
      while (pieces.join('') !== text) await once(socket, 'data');
    };
    return { proxy, socket, pieces, until };
  }

  test('that is well lets everything through, as it was', async () => {
    const { socket, until } = await connected();
    const long = 'x'.repeat(1_000_000);
    socket.write(long);
    await until(long);
  });

  test('may take longer, each way', async () => {
    const latencyMs = 60;
    const { socket, until } = await connected({ latencyMs });
    const began = performance.now();
    socket.write('Hello');
    await until('Hello');
    // Node's timers count whole milliseconds: each of the two may be up to one early.
    expect(performance.now() - began).toBeGreaterThanOrEqual(2 * (latencyMs - 1));
  });

  test('may cut what goes through into pieces, and keeps their order', async () => {
    const { socket, until } = await connected({ sliceBytes: 2 });
    socket.write('in this order');
    await until('in this order');
  });

  test('may let little through in a second', async () => {
    const { socket, until } = await connected({ bytesPerSecond: 10_000 });
    const began = performance.now();
    socket.write('x'.repeat(1_000));
    await until('x'.repeat(1_000));
    expect(performance.now() - began).toBeGreaterThanOrEqual(2 * (100 - 1));
  });

  test('that is a black hole lets nothing through until it is none any more', async () => {
    const { proxy, socket, pieces, until } = await connected({ isBlackHole: true });
    socket.write('Hello');
    // There and back, over a network that is well and was asked later.
    const other = await connected();
    other.socket.write('Are you there?');
    await other.until('Are you there?');
    expect(pieces).toEqual([]);
    proxy.become(WELL);
    await until('Hello');
  });

  test('that is reset ends what is connected, for both sides', async () => {
    const { proxy, socket, until } = await connected();
    socket.write('Hello');
    await until('Hello');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    proxy.reset();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  test('that leads nowhere yet lets nobody in', async () => {
    const proxy = await startTcpProxy();
    stops.push(proxy.stop);
    const socket: Socket = createConnection({ port: proxy.port, host: '127.0.0.1' });
    await once(socket, 'close');
  });
});

describe('a server of ours in front of another', () => {
  async function asked(verdict: Verdict) {
    const done: string[] = [];
    const passed: Passing[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      done.push(body);
      response.writeHead(200).end(`done ${body}`);
    });
    stops.push(() => server.closeAllConnections());
    const port = await listening(server);
    const proxy = await startHttpProxy((passing) => {
      passed.push(passing);
      return verdict;
    });
    stops.push(proxy.stop);
    proxy.leadTo(`http://127.0.0.1:${port}`);
    const signal = AbortSignal.timeout(300);
    const answer = fetch(`http://127.0.0.1:${proxy.port}/path`, { method: 'POST', body: 'this', signal });
    const said = await answer
      .then(async (response) => `${response.status} ${await response.text()}`)
      .catch(() => 'nothing');
    return { said, done, passed };
  }

  test.each<[Verdict, string, string[]]>([
    ['pass', '200 done this', ['this']],
    ['hang', 'nothing', []],
    ['keep the answer', 'nothing', ['this']],
    ['cut the answer', 'nothing', ['this']],
    [{ status: 400, body: 'no' }, '400 no', []],
  ])('%j', async (verdict, said, done) => {
    const seen = await asked(verdict);
    expect(seen).toMatchObject({ said, done });
    expect(seen.passed).toMatchObject([{ path: '/path', body: 'this' }]);
  });
});
