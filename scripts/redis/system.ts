import { fileURLToPath } from 'node:url';
import { buildPages } from '../build/pages.ts';
import { allOrNothing } from '../local/all-or-nothing.ts';
import type { Child } from '../local/children.ts';
import { dynamodbEnvironment, type LocalDynamodb, startDynamodb } from '../local/dynamodb.ts';
import { LOCAL_LIMITS } from '../local/limits.ts';
import { lockFolder } from '../local/lock.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { freePort, isFree } from '../local/ports.ts';
import { noteRunning } from '../local/running.ts';
import { emptyData, keptSecrets, originsAt, portTaken, type SystemOptions } from '../local/system.ts';
import { createTables, tableEnvironment } from '../local/tables.ts';
import { type Part, processPart, redisPart } from './parts.ts';

const INTERFACE = fileURLToPath(new URL('../redis-interface.ts', import.meta.url));
const WORKER = fileURLToPath(new URL('../redis-worker.ts', import.meta.url));

export interface RedisSystemOptions extends Omit<SystemOptions, 'pages' | 'origins'> {
  readonly workers: number;
  readonly interfaces: number;
  /** A Redis that is there; without it, one is started. */
  readonly redisUrl?: string | undefined;
  /** More for each interface server and each worker, such as `--limit idleMs=5000`. */
  readonly interfaceArgs?: readonly string[];
  readonly workerArgs?: readonly string[];
  /** Another worker than that of `npm run redis:worker`. */
  readonly workerScript?: string;
  /** More for Node, in each of them. */
  readonly nodeArgs?: readonly string[];
}

/** The chat in the shape of interface servers and workers, all of it on this machine. */
export interface RedisSystem {
  /** Those of the interface servers. */
  readonly addresses: readonly string[];
  readonly redisUrl: string;
  readonly dynamodb: LocalDynamodb;
  readonly interfaces: readonly Part[];
  readonly workers: readonly Part[];
  /** Undefined where it is not ours. */
  readonly redis: Part | undefined;
  readonly crashed: Promise<Child>;
  stop(): Promise<void>;
}

/** @throws LocalProblem for what can be mended at the terminal; nothing is left running then */
export async function startRedisSystem(options: RedisSystemOptions): Promise<RedisSystem> {
  if (options.port !== 0 && !(await isFree(options.port))) throw portTaken(options.port, 'npm run redis');
  return allOrNothing((onStop) => {
    onStop(lockFolder(options.dataFolder));
    return startParts(options, onStop);
  });
}

async function startParts(
  options: RedisSystemOptions,
  onStop: (end: () => unknown) => void,
): Promise<Omit<RedisSystem, 'stop'>> {
  const { step, logFolder, dataFolder } = options;
  if (options.reset) emptyData(dataFolder);
  await step('Building the pages', buildPages);
  const dynamodb = await step('Starting the database', async () => {
    const started = await startDynamodb({ folder: dataFolder, logFolder });
    onStop(() => started.child.stop());
    await createTables(started.endpoint, LOCAL_STAGE);
    return started;
  });

  const crash = Promise.withResolvers<Child>();
  const keep = async (part: Part) => {
    await part.start();
    onStop(part.stop);
    return part;
  };
  const onCrash = (child: Child) => crash.resolve(child);

  const redisUrl = options.redisUrl ?? `redis://127.0.0.1:${await freePort()}`;
  const redis = options.redisUrl
    ? undefined
    : await step('Starting Redis', () => keep(redisPart(redisUrl, logFolder, onCrash)));

  const ports = [options.port || (await freePort())];
  while (ports.length < options.interfaces) ports.push(await freePort());
  const workerEnv = workerEnvironment(options, dynamodb, redisUrl, ports);
  const workers = await step('Starting the workers', () =>
    Promise.all(
      Array.from({ length: options.workers }, async (_, i) =>
        keep(
          processPart(
            {
              name: `worker-${i + 1}`,
              script: options.workerScript ?? WORKER,
              portOption: '--health-port',
              nodeArgs: options.nodeArgs ?? [],
              args: options.workerArgs ?? [],
              env: workerEnv,
              logFolder,
              port: await freePort(),
            },
            onCrash,
          ),
        ),
      ),
    ),
  );
  const interfaces = await step('Starting the interface', () =>
    Promise.all(
      ports.map((port, i) =>
        keep(
          processPart(
            {
              name: `interface-${i + 1}`,
              script: INTERFACE,
              portOption: '--port',
              nodeArgs: options.nodeArgs ?? [],
              args: options.interfaceArgs ?? [],
              env: { REDIS_URL: redisUrl },
              logFolder,
              port,
            },
            onCrash,
          ),
        ),
      ),
    ),
  );
  onStop(noteRunning(dataFolder, { dynamodb: dynamodb.endpoint, sockets: { redis: redisUrl } }));
  return {
    addresses: ports.map((port) => `http://localhost:${port}`),
    redisUrl,
    dynamodb,
    interfaces,
    workers,
    redis,
    crashed: Promise.race([crash.promise, dynamodb.child.exited.then(() => dynamodb.child)]),
  };
}

function workerEnvironment(
  options: RedisSystemOptions,
  { endpoint }: LocalDynamodb,
  redisUrl: string,
  ports: readonly number[],
): NodeJS.ProcessEnv {
  return {
    ...dynamodbEnvironment(endpoint),
    ...tableEnvironment(LOCAL_STAGE),
    STAGE: LOCAL_STAGE,
    REDIS_URL: redisUrl,
    ALLOWED_ORIGINS: ports.flatMap(originsAt).join(),
    ...keptSecrets(options.dataFolder),
    SOCKET_URL: '/socket',
    COOKIE_SECURE: 'false',
    PASSWORD_COST: '10',
    LIMITS: LOCAL_LIMITS,
    ...options.env,
  };
}
