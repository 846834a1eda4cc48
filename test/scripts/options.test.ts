import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { startOptions } from '../../scripts/local/options.ts';
import { LocalProblem } from '../../scripts/local/problem.ts';
import { LOCAL_FOLDER } from '../../scripts/local/system.ts';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

/** What the person at the terminal is told. */
function sentenceFor(...args: string[]): string {
  try {
    startOptions(args);
  } catch (error) {
    if (error instanceof LocalProblem) return error.message;
    throw error;
  }
  throw new Error(`${args.join(' ')} was not refused.`);
}

describe('npm start', () => {
  test('without options runs on port 8000 and keeps its data in the project', () => {
    expect(startOptions([])).toEqual({
      port: 8000,
      dataFolder: join(LOCAL_FOLDER, 'data'),
      logFolder: join(LOCAL_FOLDER, 'data/log'),
      reset: false,
    });
  });

  test('takes a port, a folder and a reset', () => {
    expect(startOptions(['--port', '9000', '--data', 'elsewhere', '--reset'])).toMatchObject({
      port: 9000,
      dataFolder: resolve('elsewhere'),
      reset: true,
    });
    expect(startOptions(['--port=65535', '--data=/tmp/chat'])).toMatchObject({
      port: 65_535,
      dataFolder: '/tmp/chat',
    });
  });

  test.each(['0', '65536', '99999999999', '80a', '8e3', '-1', '1.5', ' 80', ''])(
    'refuses %j as a port',
    (port) => {
      const sentence = `--port is a whole number from 1 to 65535, and "${port}" is not.`;
      expect(sentenceFor(`--port=${port}`)).toBe(sentence);
    },
  );

  test.each([['--prot', '9000'], ['--port'], ['--data'], ['9000'], ['--reset=yes'], ['-p', '9000']])(
    'refuses %s, and says what there is',
    (...args) => {
      const sentence = sentenceFor(...args);
      for (const option of ['--port <number>', '--data <folder>', '--reset']) {
        expect(sentence).toContain(option);
      }
    },
  );

  test('ends with the sentence and a failure, and shows nobody a stack', async () => {
    const { code, stdout, stderr } = await run('--prot', '9000');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain("Unknown option '--prot'");
    expect(stderr).toContain('npm start -- --port 9000');
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

/** Runs `npm start` as its own process. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((done) => {
    const child = execFile(process.execPath, [START, ...args], { env }, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
