import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redisClient } from '../lib/redis/client.ts';
import { readStatus } from '../lib/redis/status.ts';
import { LocalProblem } from './local/problem.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { runUntilToldToStop } from './local/run-until-told-to-stop.ts';
import { redisUrl } from './redis/environment.ts';
import { type RedisOptions, redisOptions } from './redis/options.ts';
import { startRedisSystem } from './redis/system.ts';

/** Where one that runs says which Redis it uses, for `--status`. */
const URL_FILE = 'redis-url';

/** `npm run redis`: the chat as interface servers and workers around a Redis, all of it on this machine. */
await reportProblem(async () => {
  const options = redisOptions(process.argv.slice(2));
  if (options.status) return printStatus(options);
  const file = join(options.dataFolder, URL_FILE);
  const start = () => startRedisSystem({ ...options, redisUrl: process.env.REDIS_URL && redisUrl(), step });
  await runUntilToldToStop(start, ({ addresses, redisUrl: url, redis }) => {
    mkdirSync(options.dataFolder, { recursive: true });
    writeFileSync(file, url);
    console.log(`
Ready: ${addresses.join('  and  ')}

  Workers      ${options.workers}
  Redis        ${url}${redis ? ', started for this' : ''}
  Logs         ${options.logFolder}
  Status       npm run redis -- --status
  Stop         Ctrl-C
`);
  });
  rmSync(file, { force: true });
});

async function printStatus({ dataFolder }: RedisOptions): Promise<void> {
  const redis = redisClient(process.env.REDIS_URL ? redisUrl() : urlOfRunning(dataFolder), { once: true });
  try {
    await redis.connect().catch((error: Error) => {
      throw new LocalProblem(`Redis does not answer: ${error.message}. Is the chat running?`);
    });
    const { queued, underWay, workers, interfaces } = await readStatus(redis);
    console.log(`Queue        ${queued} waiting, ${underWay} under way`);
    for (const { name, underWay: doing } of workers) console.log(`Worker       ${name}: ${doing} under way`);
    for (const { name, sockets } of interfaces) console.log(`Interface    ${name}: ${sockets} connections`);
    if (workers.length === 0) console.log('No worker is there: nothing is answered.');
  } finally {
    redis.destroy();
  }
}

function urlOfRunning(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, URL_FILE), 'utf8');
  } catch {
    throw new LocalProblem('None runs here: start one with "npm run redis", or name its Redis in REDIS_URL.');
  }
}
