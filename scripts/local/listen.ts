import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** `localhost` is 127.0.0.1 to some programs and ::1 to others; neither is within reach of other machines. */
export const LOOPBACK = ['127.0.0.1', '::1'];

export interface Answers {
  readonly answer: RequestListener;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Listens on a port of the first address, and of the others as far as the machine has them.
 * @param port 0 for any that is free
 */
export async function listenOn(
  [first = '127.0.0.1', ...others]: readonly string[],
  port: number,
  { answer, upgrade }: Answers,
): Promise<Listening> {
  const listen = (host: string, at: number) =>
    listening(createServer(answer).on('upgrade', upgrade), at, host);
  const server = await listen(first, port);
  const servers = [server];
  const chosen = (server.address() as AddressInfo).port;
  for (const host of others) {
    const another = await listen(host, chosen).catch(() => undefined);
    if (another) servers.push(another);
  }
  return {
    port: chosen,
    stop: async () => void (await Promise.all(servers.map(close))),
  };
}

function listening(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
