import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'chat-redis-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script to its end, as its own process, with nothing in its environment but this. */
function run(script: string, env: NodeJS.ProcessEnv, ...args: string[]) {
  const path = fileURLToPath(new URL(`../../scripts/${script}.ts`, import.meta.url));
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const child = execFile(process.execPath, [path, ...args], { env }, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** A path on which Node is, and nothing else. */
const WITHOUT_REDIS = { PATH: join(process.execPath, '..') };

describe('without what it needs', () => {
  test('npm run redis says how to get a redis-server, where there is none', async () => {
    const { code, stderr } = await run('redis', WITHOUT_REDIS, '--data', folder);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no redis-server on this machine: apt install redis-server');
    expect(stderr).toContain('brew install redis');
    expect(stderr).toContain('REDIS_URL');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.each(['redis-interface', 'redis-worker'])('%s names REDIS_URL', async (script) => {
    const { code, stderr } = await run(script, WITHOUT_REDIS);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Set REDIS_URL.* in the environment: README\.md, "Redis mode", says to what\.$/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('a worker names all that its handlers miss', async () => {
    const { stderr } = await run('redis-worker', { REDIS_URL: 'redis://127.0.0.1', PEOPLE_TABLE: 'people' });
    expect(stderr).toMatch(
      /^Set STAGE, ENTRIES_TABLE, CONNECTIONS_TABLE, AUDIT_TABLE, ALLOWED_ORIGINS, SESSION_SECRET/m,
    );
  });

  test('an address that is none of a Redis is refused', async () => {
    const { code, stderr } = await run('redis-interface', { REDIS_URL: 'http://somewhere' });
    expect(code).toBe(1);
    expect(stderr).toContain('REDIS_URL is like redis://');
  });
});

describe('npm run redis -- --status', () => {
  test('where none runs says how to start one', async () => {
    const { code, stderr } = await run('redis', {}, '--status', '--data', folder);
    expect(code).toBe(1);
    expect(stderr).toBe('None runs here: start one with "npm run redis", or name its Redis in REDIS_URL.\n');
  });

  test('says that Redis does not answer, and does not wait for it', async () => {
    const { code, stderr } = await run('redis', { REDIS_URL: 'redis://127.0.0.1:1' }, '--status');
    expect(code).toBe(1);
    expect(stderr).toContain('Redis does not answer: ');
  });
});
