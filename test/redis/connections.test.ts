import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { type Redis, redisClient } from '../../lib/redis/client.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { redisConnections } from '../../lib/store/redis/connections.ts';
import { redisWatches } from '../../lib/store/redis/watches.ts';
import { type LocalRedis, startRedisServer } from '../../scripts/redis/redis-server.ts';
import { connectionsContract } from '../store/contract/connections-contract.ts';
import { watchesContract } from '../store/contract/watches-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'chat-redis-connections-'));
let server: LocalRedis;
let redis: Redis;

beforeAll(async () => {
  server = await startRedisServer(folder);
  redis = redisClient(server.url);
  await redis.connect();
});

afterAll(async () => {
  redis?.destroy();
  await server?.child.stop();
  rmSync(folder, { recursive: true, force: true });
});

const store = () => ({
  ...memoryStore(),
  connections: redisConnections(redis),
  watches: redisWatches(redis),
});

connectionsContract(store);
watchesContract(store);
