import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { onlyIfChanged } from '../../scripts/build/only-if-changed.ts';
import { lockFolder } from '../../scripts/local/lock.ts';
import { publicKeyOf } from '../../scripts/local/push-keys.ts';
import { keptSecret } from '../../scripts/local/secret.ts';
import { emptyData, keptSecrets } from '../../scripts/local/system.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-kept-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  const lockFile = () => join(folder, 'data/lock');

  /** A process that has ended, and whose number nobody else is likely to have by now. */
  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => child.once('close', resolve));
    return child.pid as number;
  }

  /** Lets the folder look as another process has left it. */
  function writeLock(owner: string) {
    mkdirSync(join(folder, 'data'));
    writeFileSync(lockFile(), owner);
  }

  test('is taken, and given back', () => {
    const unlock = lockFolder(join(folder, 'data'));
    expect(readFileSync(lockFile(), 'utf8')).toBe(`${process.pid}`);
    unlock();
    expect(existsSync(lockFile())).toBe(false);
    lockFolder(join(folder, 'data'))();
  });

  test('is refused to the second who asks, in a sentence that says what to do', () => {
    const unlock = lockFolder(join(folder, 'data'));
    expect(() => lockFolder(join(folder, 'data'))).toThrow(
      `The data in ${join(folder, 'data')} is in use by process ${process.pid}: another "npm start"? Stop that one, or choose another folder with --data <folder>.`,
    );
    // The refusal took nothing from the first.
    expect(readFileSync(lockFile(), 'utf8')).toBe(`${process.pid}`);
    unlock();
  });

  test('is refused while another process that runs has it', () => {
    writeLock(`${process.ppid}`);
    expect(() => lockFolder(join(folder, 'data'))).toThrow(`in use by process ${process.ppid}`);
  });

  test('of a process that has crashed is taken over', async () => {
    writeLock(`${await deadProcess()}`);
    const unlock = lockFolder(join(folder, 'data'));
    expect(readFileSync(lockFile(), 'utf8')).toBe(`${process.pid}`);
    unlock();
  });

  test.each(['', 'rubbish'])('that says nothing (%j) is taken over', (owner) => {
    writeLock(owner);
    expect(() => lockFolder(join(folder, 'data'))()).not.toThrow();
  });

  test('of one folder is no matter to another', () => {
    const unlock = [lockFolder(join(folder, 'data')), lockFolder(join(folder, 'other'))];
    for (const giveBack of unlock) giveBack();
  });
});

describe('the secret that signs sessions', () => {
  const file = () => join(folder, 'data/secret');

  test('is made once, and kept', () => {
    const secret = keptSecret(file());
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keptSecret(file())).toBe(secret);
    expect(readFileSync(file(), 'utf8')).toBe(secret);
  });

  test("is nobody's to read but its owner's", () => {
    keptSecret(file());
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600');
  });

  test('is another one in another place', () => {
    expect(keptSecret(file())).not.toBe(keptSecret(join(folder, 'other')));
  });
});

describe('what is made once for a data folder', () => {
  test('is the secret, the pepper and a pair of keys, and they stay', () => {
    const made = keptSecrets(join(folder, 'data'));
    expect(made.SESSION_SECRET).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(made.PASSWORD_PEPPER).toMatch(/^1:[A-Za-z0-9_-]{43}$/);
    const [publicKey, privateKey = ''] = made.VAPID_KEYS?.split(':') ?? [];
    expect(privateKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(publicKeyOf(privateKey)).toBe(publicKey);
    expect(keptSecrets(join(folder, 'data'))).toEqual(made);
  });

  test('goes when the data is emptied', () => {
    const made = keptSecrets(join(folder, 'data'));
    emptyData(join(folder, 'data'));
    expect(keptSecrets(join(folder, 'data'))).not.toEqual(made);
  });
});

describe('a build', () => {
  const NAME = 'test-of-only-if-changed';
  let builds: number;

  beforeEach(() => {
    builds = 0;
    mkdirSync(join(folder, 'sources/deep'), { recursive: true });
    writeFileSync(join(folder, 'sources/one.ts'), 'one');
    writeFileSync(join(folder, 'sources/deep/two.ts'), 'two');
    writeFileSync(join(folder, 'lock.json'), 'three');
  });

  afterEach(() => rmSync(join(root, '.build/marks', NAME), { force: true }));

  /** Builds, if need be, and says how often that was done by now. */
  async function build(): Promise<number> {
    const sources = ['sources', 'lock.json'].map((path) => relative(root, join(folder, path)));
    await onlyIfChanged(NAME, { sources, out: join(folder, 'out') }, async () => {
      builds += 1;
      mkdirSync(join(folder, 'out'), { recursive: true });
    });
    return builds;
  }

  test('is done once for the same sources', async () => {
    expect([await build(), await build()]).toEqual([1, 1]);
  });

  test.each<[string, () => void]>([
    ['a file has changed', () => writeFileSync(join(folder, 'sources/one.ts'), 'another')],
    ['a file in a folder has changed', () => writeFileSync(join(folder, 'sources/deep/two.ts'), 'another')],
    ['a single file has changed', () => writeFileSync(join(folder, 'lock.json'), 'another')],
    ['there is a new file', () => writeFileSync(join(folder, 'sources/new.ts'), '')],
    ['a file is gone', () => rmSync(join(folder, 'sources/one.ts'))],
    ['what was built is gone', () => rmSync(join(folder, 'out'), { recursive: true })],
  ])('is done again when %s', async (_, change) => {
    await build();
    change();
    expect([await build(), await build()]).toEqual([2, 2]);
  });

  test('is not done again for a file that was written anew as it was', async () => {
    await build();
    writeFileSync(join(folder, 'sources/one.ts'), 'one');
    expect(await build()).toBe(1);
  });

  test('that has failed is done again', async () => {
    await build();
    writeFileSync(join(folder, 'lock.json'), 'another');
    const sources = [relative(root, join(folder, 'lock.json'))];
    const failing = onlyIfChanged(NAME, { sources, out: join(folder, 'out') }, async () => {
      throw new Error('A bracket is missing.');
    });
    await expect(failing).rejects.toThrow('A bracket is missing.');
    expect(await build()).toBe(2);
  });
});
