import { join } from 'node:path';
import { type LocalDynamodb, startDynamodb } from '../local/dynamodb.ts';
import { UNHINDERED } from '../local/limits.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import type { Restartable } from '../local/restartable.ts';
import type { SystemOptions } from '../local/system.ts';
import { createTables } from '../local/tables.ts';
import { type FakePushService, startPushService } from '../push-service/fake-push-service.ts';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';
import { fillDiskOf } from './full-disk.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** A process of the chat that may be killed and started again. */
export type MortalPart = Pick<Restartable, 'start' | 'kill'> & { readonly name: string };

/** A chat that runs on this machine, and all of it that can be broken. */
export interface FragileSystem {
  /** Where clients connect to; each of these is as good as another. */
  readonly ports: readonly number[];
  /** The network between the servers and the database. */
  readonly toDatabase: TcpProxy;
  /** The database as the servers see it. */
  readonly database: DatabaseProxy;
  /** The network over which handlers reach the sockets: to `@connections`, or to Redis. */
  readonly toSockets: TcpProxy;
  /** Has posts to a connection hang whose path is meant; in Redis mode there are none. */
  hangPosts(isMeant: (path: string) => boolean): void;
  readonly pushService: FakePushService;
  readonly parts: readonly MortalPart[];
  /** The database itself, with nothing in between, wherever it is now. */
  endpoint(): string;
  /** Leaves the database no room on its disk; what is returned gives it room again. */
  fillDisk(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** What both modes have around them. */
export interface Surrounding
  extends Pick<FragileSystem, 'toDatabase' | 'database' | 'toSockets' | 'pushService'> {
  readonly options: Pick<SystemOptions, 'port' | 'dataFolder' | 'logFolder' | 'env' | 'step'>;
  stop(): Promise<void>;
}

/** @param chance what the database's trouble is drawn from */
export async function surround(
  folder: string,
  chance: () => number,
  step: SystemOptions['step'],
): Promise<Surrounding> {
  const database = await startDatabaseProxy(chance);
  const toDatabase = await startTcpProxy(database.port);
  const toSockets = await startTcpProxy();
  const pushService = await startPushService();
  return {
    database,
    toDatabase,
    toSockets,
    pushService,
    options: {
      port: 0,
      dataFolder: join(folder, 'data'),
      logFolder: join(folder, 'log'),
      env: {
        ...UNHINDERED,
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${toDatabase.port}`,
        PUSH_SERVICES: pushService.origin,
      },
      step,
    },
    async stop() {
      for (const each of [toDatabase, toSockets, database, pushService]) await each.stop();
    },
  };
}

/** The database's process, which comes back elsewhere, with what it had on disk. */
export function databasePart(
  first: LocalDynamodb,
  { options, database }: Pick<Surrounding, 'options' | 'database'>,
): MortalPart & Pick<FragileSystem, 'endpoint' | 'fillDisk' | 'stop'> {
  let running = first;
  database.leadTo(running.endpoint);
  return {
    name: 'the database',
    endpoint: () => running.endpoint,
    fillDisk: () => fillDiskOf(Number(new URL(running.endpoint).port)),
    kill: () => running.child.kill(),
    async start() {
      running = await startDynamodb({ folder: options.dataFolder, logFolder: options.logFolder });
      // It listens before it has read what it has on disk; until then it is not back.
      await createTables(running.endpoint, LOCAL_STAGE);
      database.leadTo(running.endpoint);
    },
    stop: () => running.child.stop(),
  };
}
