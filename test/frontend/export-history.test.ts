import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exportedMessages } from '../../frontend/export/exported.ts';
import { extentOfAll, type History } from '../../frontend/export/history.ts';
import { historyOnDevice, type WholeOptions, wholeHistory } from '../../frontend/export/whole-history.ts';
import { NoAnswer, Refused } from '../../frontend/net/errors.ts';
import { NO_COPY } from '../../frontend/store/local-copy.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;
let alice: Device;

beforeEach(async () => {
  server = await MemoryServer.start();
  await server.signUp('alice', 'Alice');
  await server.signUp('bob', 'Bob');
});
afterEach(() => server.close());

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `message number ${i + 1}`);

function sources() {
  const signedIn = alice.chat.signedIn();
  if (!signedIn) throw new Error('Nobody is signed in.');
  return signedIn;
}

function whole(only?: string, options: Partial<WholeOptions> = {}) {
  const stop = new AbortController().signal;
  return wholeHistory({ ...sources(), only, stop, onProgress: () => {}, ...options });
}

const textsOf = (histories: readonly History[]) =>
  histories.map((history) => [history.with.name, exportedMessages(history).map(({ text }) => text)]);

describe('the whole history', () => {
  test('of a conversation comes from the server where the device lacks it, and is kept there', async () => {
    await server.store('bob', 'alice', numbered(330));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const seen: number[] = [];
    const onProgress = (histories: readonly History[]) => seen.push(extentOfAll(histories).held);
    const histories = await whole('bob', { onProgress });
    expect(textsOf(histories)).toEqual([['bob', numbered(330)]]);
    expect(histories[0]?.with.displayName).toBe('Bob');
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
    expect(seen.at(-1)).toBe(330);
    expect((await alice.disk.copy.newest('bob', 1_000)).length).toBe(330);
  });

  test('of everybody has those, too, that the page has not listed', async () => {
    const names = Array.from({ length: 25 }, (_, i) => `person-${i}`);
    for (const name of names) {
      await server.signUp(name, `Display of ${name}`);
      await server.store(name, 'alice', ['hello']);
    }
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const histories = await whole();
    expect(histories.map((it) => it.with.displayName).toSorted()).toEqual(
      names.map((name) => `Display of ${name}`).toSorted(),
    );
  });

  test('asks the server for nothing but the newest page, where the device has the rest', async () => {
    await server.store('bob', 'alice', numbered(230));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    await whole('bob');
    const asked: unknown[] = [];
    const { session, copy } = sources();
    const entries: typeof session.api.entries = (name, range) => {
      asked.push(range);
      return session.api.entries(name, range);
    };
    const histories = await whole('bob', { session: { ...session, api: { ...session.api, entries } }, copy });
    expect(extentOfAll(histories)).toEqual({ held: 230, all: 230 });
    expect(asked).toEqual([undefined]);
  });

  test('leaves out what alice has deleted for herself, be it a moment ago', async () => {
    await server.store('bob', 'alice', ['one', 'two', 'three']);
    alice = new Device(server, 'alice');
    await alice.untilLive();
    alice.chat.changeSide('bob', { hide: [2] });
    expect(textsOf(await whole('bob'))).toEqual([['bob', ['one', 'three']]]);
    expect(textsOf(await whole())).toEqual([['bob', ['one', 'three']]]);
  });

  test('has no text of what was deleted for both, nor does the device from then on', async () => {
    const disk = new Disk();
    await server.store('bob', 'alice', ['a secret', ...numbered(40)]);
    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    await whole('bob');
    alice.chat.stop();
    const bob = new Device(server, 'bob');
    await bob.untilLive();
    bob.chat.deleteForBoth('alice', 1);
    await bob.untilSent();
    bob.chat.stop();
    await server.store('bob', 'alice', numbered(40));

    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    const [history] = await whole('bob');
    expect(history && exportedMessages(history)[0]).toMatchObject({ seq: 1, text: '', deleted: true });
    expect((await disk.copy.before('bob', 2, 1)).map((entry) => 'text' in entry && entry.text)).toEqual(['']);
  });

  test('of whom nothing was ever written with is empty', async () => {
    alice = new Device(server, 'alice');
    await alice.untilLive();
    expect(textsOf(await whole('bob'))).toEqual([['bob', []]]);
    expect(await whole()).toEqual([]);
  });

  test('is fetched into memory alone on a shared computer', async () => {
    server.isOnSharedComputer = true;
    await server.store('bob', 'alice', numbered(130));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    expect(sources().copy).toBe(NO_COPY);
    expect(textsOf(await whole('bob'))).toEqual([['bob', numbered(130)]]);
    expect(await alice.disk.copy.ends()).toEqual([]);
  });
});

describe('fetching it', () => {
  test('stops when it is told to, and keeps what has come', async () => {
    await server.store('bob', 'alice', numbered(900));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const stopping = new AbortController();
    const onProgress = (histories: readonly History[]) => {
      if (extentOfAll(histories).held > 200) stopping.abort();
    };
    await expect(whole('bob', { stop: stopping.signal, onProgress })).rejects.toThrow('aborted');
    const kept = await alice.disk.copy.newest('bob', 1_000);
    expect(kept.length).toBeGreaterThan(200);
    expect(kept.length).toBeLessThan(900);
  });

  test('fails without a network, and what is here can be had with how much is lacking', async () => {
    await server.signUp('carol', 'Carol');
    await server.store('carol', 'alice', numbered(3));
    await server.store('bob', 'alice', numbered(130));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    server.isUp = false;
    await expect(whole()).rejects.toThrow(NoAnswer);
    const here = await historyOnDevice({ ...sources(), only: undefined });
    expect(here.map((it) => it.with.displayName)).toEqual(['Bob', 'Carol']);
    expect(extentOfAll(here)).toEqual({ held: 23, all: 133 });
    expect(extentOfAll(await historyOnDevice({ ...sources(), only: 'carol' }))).toEqual({ held: 3, all: 3 });
  });

  test('has, without a network, what the device has kept beyond what the page knows', async () => {
    await server.store('bob', 'alice', numbered(130));
    const disk = new Disk();
    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    await whole('bob');
    alice.chat.stop();
    alice = new Device(server, 'alice', disk);
    server.isUp = false;
    await alice.until(() => alice.chat.signedIn() !== undefined);
    const here = await historyOnDevice({ ...sources(), only: 'bob' });
    expect(textsOf(here)).toEqual([['bob', numbered(130)]]);
  });

  test('goes on with the others where the server refuses one', async () => {
    await server.signUp('carol', 'Carol');
    await server.store('carol', 'alice', numbered(70));
    await server.store('bob', 'alice', numbered(70));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const { session, copy } = sources();
    const entries: typeof session.api.entries = (name, range) =>
      name === 'bob'
        ? Promise.reject(new Refused({ code: 'not-found', message: 'There is nothing here.' }))
        : session.api.entries(name, range);
    const histories = await whole(undefined, {
      session: { ...session, api: { ...session.api, entries } },
      copy,
    });
    // Which is first depends on which of two moments, perhaps one and the same, is the later.
    expect(new Map(histories.map((it) => [it.with.name, extentOfAll([it]).held]))).toEqual(
      new Map([
        ['bob', 20],
        ['carol', 70],
      ]),
    );
  });
});
