import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { closeAtApiGateway } from '../../lib/push/close-api-gateway.ts';
import { redisPush } from '../../lib/push/redis.ts';
import { redisClient } from '../../lib/redis/client.ts';
import { interfaceServers } from '../../lib/redis/interface-servers.ts';
import { openMailbox } from '../../lib/redis/mailbox.ts';
import { dynamodbOperatorStore } from '../../lib/store/dynamodb/operator-store.ts';
import { dynamodbStore } from '../../lib/store/dynamodb/store.ts';
import { redisConnections } from '../../lib/store/redis/connections.ts';
import { redisWatches } from '../../lib/store/redis/watches.ts';
import { LOCAL_STAGE } from '../local/offline.ts';
import { LocalProblem } from '../local/problem.ts';
import { readRunning } from '../local/running.ts';
import { AT_EVERY_DESK, type Desk, userHere } from './desk.ts';
import { tableNames } from './table-names.ts';

const REGION = 'us-east-1';
const KEYS = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Does something at the chat that runs on this machine with its data in the folder.
 * @throws LocalProblem if none does
 */
export async function atDeskHere<Result>(
  dataFolder: string,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const parts = readRunning(dataFolder);
  if (!parts || !(await answers(parts.dynamodb))) throw nothingRuns(dataFolder);
  const client = new DynamoDBClient({ endpoint: parts.dynamodb, region: REGION, credentials: KEYS });
  const names = tableNames(LOCAL_STAGE);
  const store = { ...dynamodbStore(client, names), ...dynamodbOperatorStore(client, names) };
  const withSockets = (sockets: Pick<Desk, 'push'> & Partial<Desk>) =>
    work({ ...AT_EVERY_DESK, by: userHere(), ...store, ...sockets });
  try {
    if ('redis' in parts.sockets) return await withRedis(parts.sockets.redis, withSockets);
    const close = closeAtApiGateway({
      endpoint: parts.sockets.managementApi,
      region: REGION,
      credentials: async () => KEYS,
    });
    return await withSockets({ push: { close } });
  } finally {
    client.destroy();
  }
}

/**
 * Gives the way to the sockets that interface servers hold.
 * @throws LocalProblem if Redis is not there
 */
export async function withRedis<Result>(
  url: string,
  work: (sockets: Pick<Desk, 'push' | 'connections' | 'watches'>) => Promise<Result>,
): Promise<Result> {
  const redis = redisClient(url, { once: true });
  try {
    await redis.connect().catch((error: Error) => {
      throw new LocalProblem(`Redis does not answer: ${error.message}. Is the chat running?`);
    });
    const mailbox = await openMailbox(redis, `admin-${randomUUID()}`);
    try {
      return await work({
        connections: redisConnections(redis),
        watches: redisWatches(redis),
        push: redisPush(interfaceServers(redis, mailbox)),
      });
    } finally {
      await mailbox.close();
    }
  } finally {
    redis.destroy();
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await (await fetch(endpoint)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function nothingRuns(dataFolder: string): LocalProblem {
  return new LocalProblem(
    `No chat runs with its data in ${dataFolder}. Start one (npm start, or npm run redis), name its folder with --data <folder>, set REDIS_URL and the tables for one on several machines, or name a deployed stage: --stage prod`,
  );
}
