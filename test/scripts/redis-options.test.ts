import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GATEWAY_LIMITS } from '../../lib/redis/interface/limits.ts';
import { LocalProblem } from '../../scripts/local/problem.ts';
import { interfaceOptions, redisOptions, workerOptions } from '../../scripts/redis/options.ts';

/** What the person at the terminal is told. */
function sentenceFor(options: (args: readonly string[]) => unknown, ...args: string[]): string {
  try {
    options(args);
  } catch (error) {
    if (error instanceof LocalProblem) return error.message;
    throw error;
  }
  throw new Error(`${args.join(' ')} was not refused.`);
}

describe('npm run redis', () => {
  test('without options is one interface server on port 8000 and two workers', () => {
    expect(redisOptions([])).toMatchObject({ port: 8000, workers: 2, interfaces: 1, status: false });
  });

  test('takes numbers of workers and interface servers, a port, a folder, a reset', () => {
    const args = ['--workers', '4', '--interfaces=2', '--port', '9000', '--data', 'elsewhere', '--reset'];
    expect(redisOptions(args)).toEqual({
      workers: 4,
      interfaces: 2,
      port: 9000,
      dataFolder: resolve('elsewhere'),
      logFolder: resolve('elsewhere/log'),
      reset: true,
      status: false,
    });
  });

  test.each(['0', '33', '2.5', 'many', ''])('refuses %j workers', (workers) => {
    const sentence = `--workers is a whole number from 1 to 32, and "${workers}" is not.`;
    expect(sentenceFor(redisOptions, `--workers=${workers}`)).toBe(sentence);
  });

  test('says what there is, of an option that there is not', () => {
    expect(sentenceFor(redisOptions, '--wrokers', '4')).toContain('npm run redis -- --workers 4');
  });
});

describe('npm run redis:interface', () => {
  test("has API Gateway's limits, and is within reach of this machine alone", () => {
    expect(interfaceOptions([])).toEqual({ port: 8000, hosts: ['127.0.0.1', '::1'], limits: GATEWAY_LIMITS });
  });

  test('takes other limits, so that clients can be tried against them', () => {
    const { limits } = interfaceOptions(['--limit', 'idleMs=5000', '--limit', 'queueLength=10']);
    expect(limits).toEqual({ ...GATEWAY_LIMITS, idleMs: 5_000, queueLength: 10 });
  });

  test.each(['idle=5000', 'idleMs', 'idleMs=', 'idleMs=0', 'idleMs=soon', 'toString=1'])(
    'refuses --limit %s, and names those that there are',
    (limit) => expect(sentenceFor(interfaceOptions, '--limit', limit)).toContain('idleMs, lifetimeMs'),
  );
});

describe('npm run redis:worker', () => {
  test('takes how much it does at once, and how long a silent worker is waited for', () => {
    expect(workerOptions(['--concurrency', '8', '--claim-after-ms', '1000'])).toEqual({
      concurrency: 8,
      claimAfterMs: 1_000,
      handlerTimeoutMs: 29_000,
      healthPort: 0,
    });
  });

  test('refuses to do nothing', () => {
    expect(sentenceFor(workerOptions, '--concurrency', '0')).toContain('from 1 to 1000');
  });
});
