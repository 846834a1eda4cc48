import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createApi } from '../../frontend/net/api.ts';
import { NoAnswer } from '../../frontend/net/errors.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** The requests of a page whose network answers in the server's place. */
async function apiIn(network: RequestListener) {
  server = createServer(network).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return createApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('no answer is what a network gives that wants somebody to agree to something first', () => {
  test('with a page in place of the answer', async () => {
    const api = await apiIn((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome aboard</title>');
    });
    await expect(api.bootstrap()).rejects.toBeInstanceOf(NoAnswer);
  });

  test('or with the way to another page, even one that is JSON', async () => {
    const api = await apiIn(({ url }, response) => {
      if (url === '/welcome') response.end('{}');
      else response.writeHead(302, { location: '/welcome' }).end();
    });
    await expect(api.bootstrap()).rejects.toBeInstanceOf(NoAnswer);
    await expect(api.ticket()).rejects.toBeInstanceOf(NoAnswer);
  });
});

test('what the server itself refuses is told apart from that', async () => {
  const api = await apiIn((_, response) => {
    response.writeHead(401).end('{"error":{"code":"not-signed-in","message":"Nobody is signed in."}}');
  });
  await expect(api.bootstrap()).rejects.toMatchObject({ code: 'not-signed-in' });
});
