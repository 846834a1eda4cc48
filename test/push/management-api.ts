import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entries } from '../../lib/protocol/server-frames.ts';

/** How a post to a connection is answered; the frame is what was posted. */
export type Answer = (response: ServerResponse, frame: Entries) => void;

/** API Gateway's `@connections`, on the loopback, with an answer of the test's choice for each connection. */
export interface ManagementApi {
  readonly endpoint: string;
  /** Without an entry, a connection is gone. */
  readonly answers: Map<string, Answer>;
  /** How it is answered that a connection should be closed; without an entry, it is gone. */
  readonly closings: Map<string, (response: ServerResponse) => void>;
  close(): Promise<void>;
}

export async function startManagementApi(): Promise<ManagementApi> {
  const answers = new Map<string, Answer>();
  const closings: ManagementApi['closings'] = new Map();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const connectionId = decodeURIComponent(request.url?.split('/@connections/')[1] ?? '');
    if (request.method === 'DELETE') return (closings.get(connectionId) ?? gone)(response);
    const answer = answers.get(connectionId) ?? gone;
    answer(response, JSON.parse(body) as Entries);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    closings,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As serverless-offline answers, without a word that names the error. */
export function gone(response: ServerResponse): void {
  response.writeHead(410).end();
}
