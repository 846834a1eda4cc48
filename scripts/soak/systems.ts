import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { redisClient } from '../../lib/redis/client.ts';
import { connectionsOf, watchesOf } from '../../lib/redis/keys.ts';
import { readStatus } from '../../lib/redis/status.ts';
import type { Mode } from '../chaos/systems.ts';
import { UNHINDERED } from '../local/limits.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { step } from '../local/progress.ts';
import { startSystem } from '../local/system.ts';
import { tableEnvironment } from '../local/tables.ts';
import { startRedisSystem } from '../redis/system.ts';

/** Rows that are there for as long as they are good for something, and are counted by nobody. */
const STAYS = ['throttle', '#last-seen'];

/**
 * V8 lets the heap grow for as long as the machine has memory, which looks like a leak for the first half hours: in one, the
 * functions' process took 30 MB more per 10 minutes, and what was in use after each collection was 109 MB, and then 102.
 */
const STEADY_HEAP = ['--max-semi-space-size=8', `--import=${new URL('collect.mjs', import.meta.url)}`];

/** A chat that runs for a long time, and what is left of what it should have put away. */
export interface SoakedSystem {
  readonly address: string;
  readonly logFolder: string;
  /** Jobs that wait; always none where there is no queue. */
  queued(): Promise<number>;
  /** Connections, watches and tickets that are kept. */
  leftOver(): Promise<number>;
  stop(): Promise<void>;
}

export async function startSoaked(mode: Mode, folder: string): Promise<SoakedSystem> {
  const options = {
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    env: UNHINDERED,
    step,
  };
  const { logFolder } = options;
  if (mode === 'local') {
    const env = { ...UNHINDERED, NODE_OPTIONS: STEADY_HEAP.join(' ') };
    const { address, dynamodb, stop } = await startSystem({ ...options, env, pages: 'none' });
    return { address, logFolder, stop, queued: async () => 0, leftOver: () => rowsLeft(dynamodb.endpoint) };
  }
  const system = await startRedisSystem({ ...options, workers: 2, interfaces: 1, nodeArgs: STEADY_HEAP });
  const redis = redisClient(system.redisUrl);
  await redis.connect();
  const left = async () => {
    let count = await rowsLeft(system.dynamodb.endpoint);
    for (const MATCH of [connectionsOf('*'), watchesOf('*')]) {
      for await (const keys of redis.scanIterator({ MATCH })) {
        for (const key of keys) count += await redis.hLen(key);
      }
    }
    return count;
  };
  return {
    address: system.addresses[0] ?? '',
    logFolder,
    queued: async () => (await readStatus(redis)).queued,
    leftOver: left,
    async stop() {
      redis.destroy();
      await system.stop();
    },
  };
}

async function rowsLeft(endpoint: string): Promise<number> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  let count = 0;
  const TableName = tableEnvironment(LOCAL_STAGE).CONNECTIONS_TABLE;
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
    count += Items.filter(({ connectionId }) => !STAYS.includes(connectionId?.S ?? '')).length;
  }
  client.destroy();
  return count;
}
