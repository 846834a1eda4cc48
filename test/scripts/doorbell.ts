import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A process that rang, and is there for as long as its connection is. */
export interface Caller {
  /** Resolves when the process has ended, by whatever end. */
  readonly gone: Promise<void>;
}

/** A port that processes connect to, so that their beginning and their end can be waited for. */
export interface Doorbell {
  readonly port: number;
  /** The next process that rings. */
  nextCaller(): Promise<Caller>;
  stop(): Promise<void>;
}

export async function startDoorbell(): Promise<Doorbell> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    // Of a process that was killed, the system may reset the connection instead of closing it.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    nextCaller: () =>
      new Promise((resolve) => {
        server.once('connection', (socket) => {
          resolve({ gone: new Promise((closed) => socket.once('close', () => closed())) });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
