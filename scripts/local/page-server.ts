import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { PAGE_HEADERS } from './page-headers.ts';

/** Serves the built pages from a folder; without one, there are none. */
export function pageServer(folder: string | undefined): RequestListener {
  return folder === undefined ? notHere : serverOf(folder);
}

function serverOf(folder: string): RequestListener {
  // Pages have paths of their own, like /c/bob, but no file: all but what looks like a file is index.html.
  const serve = sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
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

function notHere(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { ...PAGE_HEADERS, 'content-type': 'text/plain' }).end('There is nothing here.\n');
}
