import { randomUUID } from 'node:crypto';
import type { Connections, Push, Watches } from '../chat/connection-ports.ts';
import { redisPush } from '../push/redis.ts';
import { redisConnections } from '../store/redis/connections.ts';
import { redisWatches } from '../store/redis/watches.ts';
import { redisClient } from './client.ts';
import { interfaceServers } from './interface-servers.ts';
import { invoke, type Routes } from './invoke.ts';
import { openMailbox } from './mailbox.ts';
import { makeQueue } from './queue.ts';
import { repeatHourly } from './repeat-hourly.ts';
import { startWorker } from './worker.ts';

export interface WorkerProcessOptions {
  readonly redisUrl: string;
  readonly concurrency: number;
  readonly handlerTimeoutMs: number;
  readonly claimAfterMs: number;
  /** Is told who keeps the sockets, and the way to them, before any handler runs. */
  readonly choose: (sockets: {
    readonly connections: Connections;
    readonly watches: Watches;
    readonly push: Push;
  }) => void;
  readonly loadRoutes: () => Promise<Routes>;
}

/** A process that runs handlers, and holds no connection of a client. */
export interface WorkerProcess {
  isReady(): boolean;
  /** Finishes what was begun, and takes nothing new. */
  drain(): Promise<void>;
}

export async function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const redis = redisClient(options.redisUrl);
  await redis.connect();
  await makeQueue(redis);
  const mailbox = await openMailbox(redis, `worker-${randomUUID()}`);
  options.choose({
    connections: redisConnections(redis),
    watches: redisWatches(redis),
    push: redisPush(interfaceServers(redis, mailbox)),
  });
  const routes = await options.loadRoutes();
  const endRepeating = repeatHourly(routes.hourly);
  const worker = startWorker({
    ...options,
    redis,
    mailbox,
    handle: (event, id) => invoke(routes, event, id),
  });
  return {
    isReady: () => redis.isReady,
    async drain() {
      endRepeating();
      await worker.drain();
      await mailbox.close();
      redis.destroy();
    },
  };
}
