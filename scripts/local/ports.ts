import { createServer } from 'node:net';

/** Where the chat is unless another port was chosen. */
export const DEFAULT_PORT = 8000;
export const DEFAULT_ADDRESS = `http://localhost:${DEFAULT_PORT}`;

export const HIGHEST_PORT = 65_535;

/** A port of the loopback that nobody has at the moment. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Whether nobody listens on the port, on either of the addresses that `localhost` may stand for. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port, '127.0.0.1');
    await listenOnce(port, '::1');
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    // Machines without IPv6 have just the one address, and that one was free.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return true;
    throw error;
  }
}

function listenOnce(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}
