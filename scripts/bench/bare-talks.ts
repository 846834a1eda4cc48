import { once } from 'node:events';
import { createRequire } from 'node:module';
import { WebSocket } from 'ws';
import type { Talk, Writer } from './talk.ts';

/** What comes back over a bare socket is what was sent: it is stored nowhere, and has arrived when it is back. */
export async function openEchoes(url: string, count: number): Promise<Talk[]> {
  return Promise.all(Array.from({ length: count }, () => openEcho(url)));
}

async function openEcho(url: string): Promise<Talk> {
  const writers: Writer[] = [];
  const sockets: WebSocket[] = [];
  const talk: Talk = {
    writers: writers as unknown as Talk['writers'],
    onDelivered: () => {},
    close: async () => {
      for (const socket of sockets) socket.terminate();
    },
  };
  for (let i = 0; i < 2; i += 1) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await once(socket, 'open');
    const waiting = new Map<string, () => void>();
    socket.on('message', (data) => {
      const { clientId } = JSON.parse(String(data)) as { clientId: string };
      talk.onDelivered(clientId);
      waiting.get(clientId)?.();
      waiting.delete(clientId);
    });
    sockets.push(socket);
    writers.push({
      say(clientId, text) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.set(clientId, resolve);
        socket.send(JSON.stringify({ action: 'echo', clientId, text }));
        return promise;
      },
    });
  }
  return talk;
}

/** As much of socket.io-client as is used here: it is no dependency. */
interface SocketIo {
  emitWithAck(event: string, message: object): Promise<unknown>;
  on(event: 'connect' | 'message', listener: (message: { clientId: string }) => void): void;
  close(): void;
}

/**
 * @param url of the Socket.IO chat, see baselines/socket-io-server.ts
 * @param modules where its client is installed
 */
export async function openSocketIoTalks(url: string, modules: string, count: number): Promise<Talk[]> {
  const { io } = createRequire(modules)('socket.io-client') as { io(url: string, options: object): SocketIo };
  const open = async (name: string) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, query: { name } });
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
    return socket;
  };
  return Promise.all(
    Array.from({ length: count }, async (_, i): Promise<Talk> => {
      const names = [`left-${i}`, `right-${i}`] as const;
      const [left, right] = await Promise.all([open(names[0]), open(names[1])]);
      const writer = (socket: SocketIo, to: string): Writer => ({
        say: async (clientId, text) => void (await socket.emitWithAck('message', { to, clientId, text })),
      });
      const talk: Talk = {
        writers: [writer(left, names[1]), writer(right, names[0])],
        onDelivered: () => {},
        close: async () => void [left, right].map((socket) => socket.close()),
      };
      for (const socket of [left, right]) socket.on('message', ({ clientId }) => talk.onDelivered(clientId));
      return talk;
    }),
  );
}
