import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { environmentOf } from './enter.ts';
import { type FakeAccount, SECRETS, startFakeAccount } from './fake-account.ts';

let account: FakeAccount;

beforeEach(async () => {
  account = await startFakeAccount();
});

afterEach(() => account.close());

/** Runs a script as npm does, but for the packages' installation. */
function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const path = fileURLToPath(new URL(`../../scripts/${script}.ts`, import.meta.url));
  const inherited = { PATH: process.env.PATH, HOME: '/nowhere' };
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const child = execFile(
      process.execPath,
      [path, ...args],
      { env: { ...inherited, ...env } },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('as a process of its own', () => {
  test.each(['deploy', 'remove', 'secret'])(
    '%s ends with one sentence and a failure when there are no credentials',
    async (script) => {
      const { AWS_ACCESS_KEY_ID: _, ...env } = environmentOf(account);
      const { code, stdout, stderr } = await run(script, ['--stage', 'prod'], env);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^There are no AWS credentials here: .*\n$/);
    },
  );

  test.each(['deploy', 'remove', 'secret'])('%s says which options there are', async (script) => {
    const { code, stderr } = await run(script, ['--stgae', 'prod'], environmentOf(account));
    expect(code).toBe(1);
    expect(stderr).toContain(`npm run ${script} -- --stage prod`);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('secret makes the secret, in the region of the environment', async () => {
    const env = { ...environmentOf(account), AWS_REGION: 'eu-west-1' };
    const { code, stdout } = await run('secret', ['--stage', 'prod'], env);
    expect(code).toBe(0);
    expect(stdout).toContain('Made: /chat/prod/session-secret in eu-west-1 of the account 123456789012.\n');
    expect([...account.parameters.keys()].sort()).toEqual(SECRETS.map((name) => `/chat/prod/${name}`).sort());
  });

  test('remove asks nothing where there is no terminal, and removes nothing', async () => {
    account.stacks.set('chat-prod', {
      status: 'UPDATE_COMPLETE',
      changedAt: '2027-01-01T00:00:00Z',
      outputs: {},
      resources: [],
      template: {},
      isProtected: false,
    });
    const { code, stderr } = await run('remove', ['--stage', 'prod'], environmentOf(account));
    expect(code).toBe(1);
    expect(stderr).toContain('add --yes');
    expect(account.stacks.size).toBe(1);
  });
});
