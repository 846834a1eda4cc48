import type { SocketEvent } from '../../lib/edge/socket.ts';
import { PROTOCOL } from '../../lib/protocol/socket.ts';
import type { Routes } from '../../lib/redis/invoke.ts';
import { runWorker } from '../redis/run-worker.ts';

/** Handlers that do nothing: everybody is let in, each frame goes back as it came. */
const routes: Routes = {
  httpRoutes: { $default: async () => ({ statusCode: 204 }) },
  hourly: {},
  socketAuthorizer: async () => ({
    policyDocument: { Statement: [{ Effect: 'Allow' }] },
    context: { person: 'alice', session: 'session' },
  }),
  socketRoutes: {
    $connect: async () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': PROTOCOL } }),
    $disconnect: async () => ({ statusCode: 200 }),
    $default: async ({ body }: SocketEvent) => ({ statusCode: 200, body }),
  },
};

/** A worker that shows what Redis mode itself costs. */
await runWorker({ choose() {}, loadRoutes: async () => routes });
