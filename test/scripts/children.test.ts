import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Child, endOfLog, listening, startChild } from '../../scripts/local/children.ts';
import { freePort } from '../../scripts/local/ports.ts';
import { type Doorbell, startDoorbell } from './doorbell.ts';

const STAY = fileURLToPath(new URL('stay.ts', import.meta.url));
const STARTER = fileURLToPath(new URL('starter.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chat-children-'));
const logFile = join(folder, 'log/child.log');

let doorbell: Doorbell;
const started: Child[] = [];

beforeAll(async () => {
  doorbell = await startDoorbell();
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.kill()));
});

afterAll(async () => {
  await doorbell.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a command whose end, at the latest, is the end of the test. */
function start(command: string, ...args: string[]): Child {
  const child = startChild({ name: 'the child', command, args, logFile });
  started.push(child);
  return child;
}

/** Starts a process that rings and stays, and waits until it has rung. */
async function startStaying(...manner: string[]) {
  const ringing = doorbell.nextCaller();
  const child = start(process.execPath, STAY, `${doorbell.port}`, ...manner);
  return { child, process: await ringing };
}

describe('a child', () => {
  test('runs until it is stopped', async () => {
    const { child, process } = await startStaying();
    expect(child.hasExited()).toBe(false);
    await child.stop();
    expect(child.hasExited()).toBe(true);
    await process.gone;
  });

  test('that is killed has ended as well', async () => {
    const { child, process } = await startStaying();
    await child.kill();
    expect(child.hasExited()).toBe(true);
    await process.gone;
  });

  test('that does not mind being told to stop is ended all the same', async () => {
    const { child, process } = await startStaying('stubborn');
    await child.stop();
    await process.gone;
  });

  test('takes those along that it has started itself', async () => {
    const ringing = doorbell.nextCaller();
    const child = start('sh', '-c', `"${process.execPath}" "${STAY}" ${doorbell.port} stubborn & wait`);
    const grandchild = await ringing;
    await child.kill();
    await grandchild.gone;
  });

  test('that ends by itself says so', async () => {
    const child = start(process.execPath, '-e', '0');
    await child.exited;
    expect(child.hasExited()).toBe(true);
    // It may be asked to stop twice, and when it has ended long ago.
    await child.stop();
    await child.kill();
  });

  test('leaves what it prints in its log', async () => {
    const { child } = await startStaying();
    await child.stop();
    expect(endOfLog(child)).toBe('I stay.');
  });
});

describe('nothing outlives its starter', () => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('when that ends by %s', async (signal) => {
    const ringing = doorbell.nextCaller();
    const starter = spawn(process.execPath, [STARTER, `${doorbell.port}`, logFile], { stdio: 'inherit' });
    const ended = new Promise((resolve) => starter.once('exit', (_, by) => resolve(by)));
    const child = await ringing;
    starter.kill(signal);
    expect(await ended).toBe(signal);
    await child.gone;
  });
});

describe('listening', () => {
  test('waits until something listens on the port', async () => {
    const child = start(process.execPath, '-e', '0');
    await expect(listening(child, doorbell.port, 1_000)).resolves.toBeUndefined();
  });

  test('says that the child has ended, and shows its last words', async () => {
    const child = start(process.execPath, '-e', 'console.log("The disk is full."); process.exit(1)');
    await child.exited;
    await expect(listening(child, await freePort(), 10_000)).rejects.toMatchObject({
      name: 'LocalProblem',
      message: 'the child ended before it was ready.',
      evidence: 'The disk is full.',
    });
  });

  test('says so of a command that is not there, too', async () => {
    const child = start('no-such-command');
    await expect(listening(child, await freePort(), 10_000)).rejects.toMatchObject({
      message: 'the child ended before it was ready.',
      evidence: expect.stringContaining('no-such-command'),
    });
  });

  test('gives up on a child that takes too long', async () => {
    const { child } = await startStaying();
    await expect(listening(child, await freePort(), 30)).rejects.toMatchObject({
      name: 'LocalProblem',
      message: 'the child was not ready within 0.03 s.',
    });
  });
});

test('the end of a log is its last 15 lines', async () => {
  const child = start(process.execPath, '-e', '0');
  await child.exited;
  writeFileSync(logFile, `${Array.from({ length: 40 }, (_, i) => `line ${i + 1}`).join('\n')}\n`);
  const lines = endOfLog(child).split('\n');
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([15, 'line 26', 'line 40']);
});
