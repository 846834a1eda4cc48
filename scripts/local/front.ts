import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createProxyServer, proxyUpgrade } from 'httpxy';
import sirv from 'sirv';
import { LOCAL_COOKIE } from '../../lib/edge/session-cookie.ts';
import type { ErrorAnswer } from '../../lib/protocol/rest.ts';
import type { OfflinePorts } from './offline.ts';

const API = '/api/';
const SOCKET = '/socket';

/**
 * What a browser may do with the pages: load from here, talk to here, and nothing else. A deployed site has the
 * same from its CDN.
 */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const BACKEND_DOWN: ErrorAnswer = {
  error: { code: 'internal', message: 'The server is not there at the moment; try again.' },
};

/** The one address of everything on this machine: pages, `/api` and `/socket`, as a CDN does for a deployed site. */
export interface Front {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves the built pages and passes the rest on.
 * @param port 0 for any that is free
 * @param pages the folder of the built SPA; without it, only `/api` and `/socket` are served
 */
export async function startFront(port: number, backend: OfflinePorts, pages?: string): Promise<Front> {
  const proxy = createProxyServer({ target: `http://127.0.0.1:${backend.httpPort}` });
  const servePage = pages === undefined ? notHere : pageServer(pages);

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (!pathOf(request).startsWith(API)) return servePage(request, response);
    passOwnCookieAlone(request);
    proxy.web(request, response).catch(() => backendDown(response));
  };

  const upgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== SOCKET) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    const target = { host: '127.0.0.1', port: backend.socketPort };
    proxyUpgrade(target, request, socket, head).catch(() => socket.destroy());
  };

  // `localhost` is 127.0.0.1 to some programs and ::1 to others; neither is within reach of other machines.
  const first = await listen(createServer(answer).on('upgrade', upgrade), port, '127.0.0.1');
  const chosen = (first.address() as AddressInfo).port;
  const second = await listen(createServer(answer).on('upgrade', upgrade), chosen, '::1').catch(
    () => undefined,
  );
  return {
    port: chosen,
    async stop() {
      await Promise.all([first, second].map((server) => server && close(server)));
    },
  };
}

function pageServer(folder: string) {
  // Pages have paths of their own, like /c/bob, but no file: all but what looks like a file is index.html.
  const serve = sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    setHeaders: (response, path) => {
      const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
      response.setHeader('cache-control', cache);
    },
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, () => notHere(request, response));
  };
}

/**
 * Other projects on `localhost` have their cookies sent here as well, and serverless-offline answers 400 to those
 * that it can't parse.
 */
function passOwnCookieAlone({ headers }: IncomingMessage): void {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  headers.cookie = cookies.filter((cookie) => cookie.startsWith(`${LOCAL_COOKIE}=`)).join('; ');
}

function notHere(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
}

function backendDown(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(503, { 'content-type': 'application/json' }).end(JSON.stringify(BACKEND_DOWN));
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}

function listen(server: Server, port: number, host: string): Promise<Server> {
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
