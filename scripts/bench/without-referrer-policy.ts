import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createProxyServer, proxyUpgrade } from 'httpxy';
import { type Listening, LOOPBACK, listenOn } from '../local/listen.ts';

/**
 * The same pages at another address, without the header `Referrer-Policy`: whatever its value, the Chromium from npm
 * (147) ends at once when Lighthouse opens a page that has it. Nothing that Lighthouse looks at depends on it.
 */
export async function startWithoutReferrerPolicy(address: string): Promise<Listening> {
  const { port, hostname } = new URL(address);
  const proxy = createProxyServer({ target: address, changeOrigin: true });
  proxy.on('proxyRes', ({ headers }) => {
    delete headers['referrer-policy'];
  });

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    asFromThere(request);
    proxy.web(request, response).catch(() => response.destroy());
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    asFromThere(request);
    socket.on('error', () => socket.destroy());
    proxyUpgrade({ host: hostname, port: Number(port) }, request, socket, head).catch(() => socket.destroy());
  };
  return listenOn(LOOPBACK, 0, { answer, upgrade });

  /** What comes from elsewhere is refused by the API. */
  function asFromThere({ headers }: IncomingMessage): void {
    if (headers.origin !== undefined) headers.origin = address;
  }
}
