import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { PING_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import { type ChatSocket, openSocket } from '../../scripts/client/socket.ts';

let server: WebSocketServer;
let alices: ChatSocket;

/** Answers each ping, and tells of it. */
beforeEach(async () => {
  // Of all that has to do with time, just what alice's socket pings by.
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  });
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const { id } = JSON.parse(String(data));
      socket.send(JSON.stringify({ action: 'pong', id }));
      server.emit('ping');
    }),
  );
  const { port } = server.address() as AddressInfo;
  alices = await openSocket(`http://127.0.0.1:${port}`, { url: '/socket', ticket: 't1' });
});
afterEach(async () => {
  await alices.close();
  jest.useRealTimers();
  await new Promise((resolve) => server.close(resolve));
});

test('a client’s socket pings every four minutes, so that its lease does not end, until it is closed', async () => {
  for (let times = 0; times < 3; times += 1) {
    const pinged = once(server, 'ping');
    jest.advanceTimersByTime(PING_INTERVAL_MS);
    await pinged;
  }
  await alices.close();
  await alices.closed;
  expect(jest.getTimerCount()).toBe(0);
});
