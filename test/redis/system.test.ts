import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { UNHINDERED } from '../../scripts/local/limits.ts';
import { quietly } from '../../scripts/local/progress.ts';
import type { Part } from '../../scripts/redis/parts.ts';
import { type RedisSystem, startRedisSystem } from '../../scripts/redis/system.ts';

import { refusesFromOutside } from '../attacks/from-outside.ts';

import { isSuspended } from '../browser/is-suspended.ts';

import { twoPeopleChat } from '../browser/two-people-chat.ts';
import { endsSockets } from '../scripts/ends-sockets.ts';
import { logsInWithPasskey } from '../scripts/logs-in-with-passkey.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';
import { Traffic } from './traffic.ts';

jest.setTimeout(120_000);

/** Whatever ends and comes back, people write to each other again within this. */
const HEALED_WITHIN_MS = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'chat-redis-system-'));
let system: RedisSystem;

beforeAll(async () => {
  system = await startRedisSystem({
    port: 0,
    workers: 3,
    interfaces: 2,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    workerArgs: ['--claim-after-ms', '1000'],
    env: UNHINDERED,
    step: quietly,
  });
});

afterAll(async () => {
  await system?.stop();
  keepLogsOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

// Whoever comes goes to the other interface server than the one before.
let arrivals = 0;
twoPeopleChat(() => {
  arrivals += 1;
  return system.addresses[arrivals % system.addresses.length] ?? '';
});

refusesFromOutside(() => ({ address: system.addresses[0] ?? '', endpoint: system.dynamodb.endpoint }));
endsSockets(() => [system.addresses[0] ?? '', system.addresses[1] ?? '']);
logsInWithPasskey(() => system.addresses);
isSuspended(() => system.addresses[0] ?? '', join(folder, 'data'));

test('every part answers GET /healthz', async () => {
  for (const { port } of [...system.workers, ...system.interfaces]) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect([response.status, await response.json()]).toMatchObject([200, { redis: 'connected' }]);
  }
});

test('--status tells of each part', async () => {
  const script = fileURLToPath(new URL('../../scripts/redis.ts', import.meta.url));
  const env = { REDIS_URL: system.redisUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--status'], { env });
  expect(stdout).toMatch(/^Queue {8}\d+ waiting, \d+ under way$/m);
  expect(stdout.match(/^Worker {7}worker-\S+: \d+ under way$/gm)).toHaveLength(3);
  expect(stdout.match(/^Interface {4}interface-\S+: \d+ connections$/gm)).toHaveLength(2);
});

describe('in the middle of traffic', () => {
  const CASES: [what: string, part: () => Part | undefined][] = [
    ['a worker', () => system.workers[0]],
    ['an interface server', () => system.interfaces[0]],
    ['Redis', () => system.redis],
  ];

  test.each(CASES)(
    '%s is killed and comes back: nothing answered is lost, doubled or out of order',
    async (_, part) => {
      const traffic = await Traffic.start(system.addresses);
      await traffic.more(20);
      await part()?.kill();
      const killed = performance.now();
      if (part() !== system.redis) await traffic.more(20);
      await part()?.start();
      await traffic.more(20);
      expect(performance.now() - killed).toBeLessThan(2 * HEALED_WITHIN_MS);
      await traffic.endAndCheck();
    },
  );

  test('all of them are, one after the other', async () => {
    const traffic = await Traffic.start(system.addresses);
    for (const part of [...system.workers, ...system.interfaces, system.redis]) {
      await traffic.more(5);
      await part?.kill();
      await part?.start();
    }
    const back = performance.now();
    await traffic.more(5);
    expect(performance.now() - back).toBeLessThan(HEALED_WITHIN_MS);
    await traffic.endAndCheck();
  });
});
