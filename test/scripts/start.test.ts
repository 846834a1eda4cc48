import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { freePort, isFree } from '../../scripts/local/ports.ts';

jest.setTimeout(60_000);

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chat-start-'));
const started: Command[] = [];

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGINT');
    await ended;
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command at a terminal, and what it has said so far. */
interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
  /** Resolves when it says something. */
  says(words: string): Promise<void>;
}

/** Runs what `npm start` runs. */
function npmStart(...args: string[]): Command {
  // Jest's own settings for Node are none of its business.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [RUN, 'start', '--data', join(folder, 'data'), ...args], { env });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(words) && resolve();
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying "${words}": ${said}`)));
    });
  const command = { child, ended, said: () => said, says };
  started.push(command);
  return command;
}

describe('npm start', () => {
  test('says where the chat is, and ends all of it by Ctrl-C', async () => {
    const port = await freePort();
    const start = npmStart('--port', `${port}`);
    await start.says('Ready in');
    expect(start.said()).toContain(`http://localhost:${port}`);
    const page = await fetch(`http://localhost:${port}/login`);
    expect(await page.text()).toContain('<div id="root">');

    start.child.kill('SIGINT');
    expect(await start.ended).toBe(0);
    expect(await isFree(port)).toBe(true);
  });

  test('with a port that is taken says which, and which other to take', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const start = npmStart('--port', `${port}`);
    expect(await start.ended).toBe(1);
    expect(start.said()).toContain(`Port ${port} is taken`);
    expect(start.said()).toMatch(/npm start -- --port \d+/);
    other.close();
  });

  test('with data that another one uses says so, and leaves that one alone', async () => {
    const [port, otherPort] = [await freePort(), await freePort()];
    const first = npmStart('--port', `${port}`);
    await first.says('Ready in');
    const second = npmStart('--port', `${otherPort}`);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('in use by process');
    expect((await fetch(`http://localhost:${port}/api/bootstrap`)).status).toBe(401);
  });

  test.each([
    ['an option that there is not', ['--prot', '8001'], '--port <number>'],
    ['a port that is none', ['--port', '99999'], '--port is a whole number from 1 to 65535'],
  ])('with %s says what there is', async (_, args, sentence) => {
    const start = npmStart(...args);
    expect(await start.ended).toBe(1);
    expect(start.said()).toContain(sentence);
  });

  test('leaves nothing running when it is killed, though it can tidy up nothing', async () => {
    const port = await freePort();
    const start = npmStart('--port', `${port}`);
    await start.says('Ready in');
    start.child.kill('SIGKILL');
    await start.ended;
    // The script sees that its starter is gone, and stops; then the next one finds the port and the data free.
    const next = await untilItStarts(port);
    await next.says('Ready in');
  });
});

/** Starts again and again for as long as the last one still tidies up. */
async function untilItStarts(port: number): Promise<Command> {
  const MOST_TRIES = 20;
  for (let i = 0; i < MOST_TRIES; i += 1) {
    const start = npmStart('--port', `${port}`);
    const isUp = await start.says('Ready in').then(
      () => true,
      () => false,
    );
    if (isUp) return start;
  }
  throw new Error('The killed one never gave its port and data back.');
}
