import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createProxyServer, proxyUpgrade } from 'httpxy';
import { API_HEADERS } from '../../lib/edge/api-headers.ts';
import { COOKIE_NAMES } from '../../lib/edge/signed-cookie.ts';
import type { ErrorAnswer } from '../../lib/protocol/rest.ts';
import { type Listening, LOOPBACK, listenOn } from './listen.ts';
import type { OfflinePorts } from './offline.ts';
import { pageServer } from './page-server.ts';

const API = '/api/';
const SOCKET = '/socket';

const BACKEND_DOWN: ErrorAnswer = {
  error: { code: 'internal', message: 'The server is not there at the moment; try again.' },
};

/**
 * The one address of everything on this machine, as a CDN is for a deployed site: serves the built pages and passes
 * `/api` and `/socket` on.
 * @param port 0 for any that is free
 * @param pages the folder of the built SPA; without it, only `/api` and `/socket` are served
 */
export async function startFront(port: number, backend: OfflinePorts, pages?: string): Promise<Listening> {
  const proxy = createProxyServer({ target: `http://127.0.0.1:${backend.httpPort}` });
  proxy.on('proxyRes', ({ headers }) => asFromGateway(headers));
  const servePage = pageServer(pages);

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (!pathOf(request).startsWith(API)) return servePage(request, response);
    passOwnCookiesAlone(request);
    proxy.web(request, response).catch(() => backendDown(response));
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== SOCKET) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    const target = { host: '127.0.0.1', port: backend.socketPort };
    proxyUpgrade(target, request, socket, head).catch(() => socket.destroy());
  };

  return listenOn(LOOPBACK, port, { answer, upgrade });
}

/**
 * Other projects on `localhost` have their cookies sent here as well, and serverless-offline answers 400 to those
 * that it can't parse.
 */
function passOwnCookiesAlone({ headers }: IncomingMessage): void {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const isOwn = (cookie: string) => COOKIE_NAMES.some((name) => cookie.startsWith(`${name}=`));
  headers.cookie = cookies.filter(isOwn).join('; ');
}

/** As a CDN has it; serverless-offline invites every site that asks to read along, which API Gateway does not. */
function asFromGateway(headers: IncomingMessage['headers']): void {
  for (const name of Object.keys(headers)) if (name.startsWith('access-control-')) delete headers[name];
  Object.assign(headers, API_HEADERS);
}

function backendDown(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(503, { 'content-type': 'application/json', ...API_HEADERS })
    .end(JSON.stringify(BACKEND_DOWN));
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}
