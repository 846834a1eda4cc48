import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import { unreadCount } from '../../frontend/state/sides.ts';
import { ENTRIES_PER_PAGE } from '../../lib/protocol/limits.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;
let disk: Disk;

beforeEach(async () => {
  server = await MemoryServer.start();
  disk = new Disk();
  for (const name of ['alice', 'bob']) await server.signUp(name);
});

afterEach(() => server.close());

function open(name = 'alice', options = {}, on = disk): Device {
  return new Device(server, name, on, options);
}

/** A device of alice's that has been online, was closed, and has kept what it saw. */
async function keptAndClosed(...texts: string[]): Promise<void> {
  await server.store('bob', 'alice', texts);
  const alice = open();
  await alice.untilLive();
  await alice.untilShown('bob', texts);
  await untilKept(texts.length);
  alice.chat.stop();
}

/** Resolves when the device has kept so many of bob's messages. */
async function untilKept(count: number): Promise<void> {
  for (;;) {
    const entries = await disk.copy.newest('bob', 1_000);
    if (entries.length >= count) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a device on which alice is signed in', () => {
  test('opens with what it has kept, without a network', async () => {
    await keptAndClosed('one', 'two');
    server.isUp = false;
    const alice = open();
    await alice.untilShown('bob', ['one', 'two']);
    expect(alice.state.session).toMatchObject({ status: 'signed-in', me: { name: 'alice' } });
    expect(alice.state.people.get('bob')).toBeDefined();
    await alice.until(({ connection }) => connection === 'reconnecting');
  });

  test('then catches up with what came meanwhile, which is news', async () => {
    await keptAndClosed('one');
    await server.store('bob', 'alice', ['two', 'three']);
    const alice = open();
    await alice.untilShown('bob', ['one', 'two', 'three']);
    await alice.untilLive();
    await alice.until(
      ({ conversations }) => unreadCount(conversations.get('bob') ?? NO_CONVERSATION, 'alice', 'bob') === 3,
    );
  });

  test('takes what is written without a network, closed in between, and sends it once and in order', async () => {
    await keptAndClosed('one');
    server.isUp = false;
    const offline = open();
    await offline.untilShown('bob', ['one']);
    offline.chat.send('bob', 'two');
    offline.chat.send('bob', 'three');
    offline.chat.changeDraft('bob', 'not yet');
    offline.chat.stop();

    const still = open();
    await still.until(({ outbox }) => outbox.length === 2);
    expect(still.state.drafts.get('bob')).toBe('not yet');
    server.isUp = true;
    still.wake();
    await still.untilShown('bob', ['one', 'two', 'three']);
    expect(await server.textsBetween('alice', 'bob')).toEqual(['one', 'two', 'three']);
    expect(disk.all()).toEqual([]);
  });

  test('takes earlier messages from what it has kept, and from the server those that it lacks', async () => {
    const texts = Array.from({ length: ENTRIES_PER_PAGE * 2 + 10 }, (_, i) => `text ${i + 1}`);
    await server.store('bob', 'alice', texts);
    const first = open();
    first.chat.open('bob');
    await first.untilLive();
    const heldUpTo = async (count: number) => {
      first.chat.loadEarlier('bob');
      await first.until(({ conversations }) => (conversations.get('bob')?.entries.length ?? 0) >= count);
    };
    await heldUpTo(60);
    await untilKept(60);
    first.chat.stop();

    server.isUp = false;
    const offline = open();
    await offline.until(({ connection }) => connection === 'reconnecting');
    offline.chat.loadEarlier('bob');
    await offline.until(({ conversations }) => (conversations.get('bob')?.entries.length ?? 0) >= 60);
    offline.chat.loadEarlier('bob');
    await offline.until(({ conversations }) => conversations.get('bob')?.earlier === 'failed');

    server.isUp = true;
    offline.wake();
    offline.chat.loadEarlier('bob');
    await offline.untilShown('bob', texts);
  });

  test('drops what it has kept of a log that the server does not have any more', async () => {
    await keptAndClosed('one', 'two');
    await server.forgetMessages();
    await server.store('bob', 'alice', ['another one', 'another two', 'another three']);
    const alice = open();
    await alice.untilShown('bob', ['another one', 'another two', 'another three']);
    await untilKept(3);
    expect(await disk.copy.newest('bob', 10)).toMatchObject([
      { text: 'another one' },
      { text: 'another two' },
      { text: 'another three' },
    ]);
  });

  test('holds no more than the newest entries of a conversation that is closed', async () => {
    await server.store(
      'bob',
      'alice',
      Array.from({ length: 260 }, (_, i) => `text ${i + 1}`),
    );
    const alice = open();
    alice.chat.open('bob');
    await alice.untilLive();
    for (let held = 0; held < 260; ) {
      alice.chat.loadEarlier('bob');
      await alice.until(({ conversations }) => (conversations.get('bob')?.entries.length ?? 0) > held);
      held = alice.state.conversations.get('bob')?.entries.length ?? 0;
    }
    alice.chat.close();
    expect(alice.state.conversations.get('bob')?.entries.length).toBe(200);
  });
});

describe('nothing is left on the device', () => {
  test('when alice logs out', async () => {
    await keptAndClosed('one');
    const alice = open();
    await alice.untilLive();
    server.faults.before = () => 'cut';
    alice.chat.send('bob', 'unsent');
    await alice.chat.logOut();
    expect(disk.whoIsSignedIn()).toBeUndefined();
    expect(disk.all()).toEqual([]);
    expect(await disk.copy.read()).toBeUndefined();
  });

  test('of all but what she has not sent, when the server has ended her session', async () => {
    await keptAndClosed('one');
    server.isUp = false;
    const offline = open();
    await offline.untilShown('bob', ['one']);
    offline.chat.send('bob', 'unsent');
    await server.endSession('alice');
    server.isUp = true;
    offline.wake();
    await offline.until(({ session }) => session.status === 'signed-out');
    expect(offline.state.session).toEqual({ status: 'signed-out', notice: 'session-over' });
    expect(await disk.copy.read()).toBeUndefined();
    expect(disk.all()).toMatchObject([{ text: 'unsent' }]);
  });

  test('at any time, when others use it', async () => {
    server.isOnSharedComputer = true;
    await server.store('bob', 'alice', ['one']);
    const alice = open();
    await alice.untilShown('bob', ['one']);
    await alice.untilLive();
    server.faults.before = () => 'cut';
    alice.chat.send('bob', 'unsent');
    alice.chat.changeDraft('bob', 'half');
    expect(alice.state.sharedComputer).toBe(true);
    expect(disk.whoIsSignedIn()).toBeUndefined();
    expect(disk.all()).toEqual([]);
    expect(disk.drafts.size).toBe(0);
    expect(await disk.copy.read()).toBeUndefined();
  });

  test('of hers when it turns out that others use it, or that bob is signed in', async () => {
    await keptAndClosed('one');
    const bob = open('bob');
    await bob.until(({ session }) => session.status === 'signed-in' && session.me.name === 'bob');
    await bob.untilLive();
    expect(disk.whoIsSignedIn()).toBe('bob');
    bob.chat.stop();

    server.isOnSharedComputer = true;
    const shared = open('bob');
    await shared.until((state) => state.sharedComputer);
    expect(disk.whoIsSignedIn()).toBeUndefined();
    expect(await disk.copy.read()).toBeUndefined();
  });
});

test('two tabs with the same unsent messages bring each into the log once, in order', async () => {
  await keptAndClosed('one');
  server.isUp = false;
  const first = open();
  await first.untilShown('bob', ['one']);
  for (const text of ['two', 'three', 'four']) first.chat.send('bob', text);
  const second = open();
  await second.until(({ outbox }) => outbox.length === 3);
  server.isUp = true;
  first.wake();
  second.wake();
  const all = ['one', 'two', 'three', 'four'];
  await Promise.all([first.untilShown('bob', all), second.untilShown('bob', all)]);
  expect(await server.textsBetween('alice', 'bob')).toEqual(all);
  expect(disk.all()).toEqual([]);
});

test('another socket takes the place of one before that ends, and nobody notices', async () => {
  const alice = open('alice', { handOverAfterMs: 150 });
  await alice.untilLive();
  const connections: string[] = [];
  const states = alice.until(({ connection }) => {
    connections.push(connection);
    return connections.length > 400 || server.opened >= 4;
  });
  let count = 0;
  while (server.opened < 4) {
    count += 1;
    alice.chat.send('bob', `text ${count}`);
    await alice.untilSent();
  }
  await states;
  expect(new Set(connections)).toEqual(new Set(['live']));
  await server.untilOpen(1, 2);
  const texts = Array.from({ length: count }, (_, i) => `text ${i + 1}`);
  expect(await server.textsBetween('alice', 'bob')).toEqual(texts);
});
