import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pause } from '../../frontend/net/surroundings.ts';
import { blockedNames } from '../../frontend/state/blocked-names.ts';
import { type Conversation, NO_CONVERSATION } from '../../frontend/state/model.ts';
import { unreadInAll } from '../../frontend/state/news.ts';
import { shownLists } from '../../frontend/state/shown-lists.ts';
import { NO_SIDE, unreadCount } from '../../frontend/state/sides.ts';
import { readEntries } from '../../lib/chat/reading.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { CONVERSATIONS_PER_PAGE, MARK_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import { FOR_EVER } from '../../lib/protocol/side.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer, type OtherFrame } from './memory-server.ts';

const LONGEST_WAIT_MS = 4_000;
const HOUR_MS = 60 * 60_000;

let server: MemoryServer;

beforeEach(async () => {
  server = await MemoryServer.start();
  for (const name of ['alice', 'bob']) await server.signUp(name, name === 'alice' ? 'Alice' : 'Bob');
});

afterEach(() => server.close());

const deviceOf = (name: string, disk?: Disk) => Device.live(server, name, disk);

/** Alice and Bob, who have written to each other. */
async function aliceAndBob() {
  await server.store('alice', 'bob', ['hello Bob']);
  await server.store('bob', 'alice', ['hello Alice']);
  const [alice, bob] = [await deviceOf('alice'), await deviceOf('bob')];
  bob.chat.changeSide('alice', { accepted: true });
  await until(bob, 'alice', ({ wishes }) => wishes.length === 0);
  return { alice, bob };
}

const held = (device: Device, name: string): Conversation =>
  device.state.conversations.get(name) ?? NO_CONVERSATION;
const unread = (device: Device, name: string) =>
  unreadCount(held(device, name), name === 'bob' ? 'alice' : 'bob', name);
const until = (device: Device, name: string, isSo: (it: Conversation) => boolean) =>
  device.until(() => isSo(held(device, name)));
const readAll = (device: Device, name: string) =>
  device.chat.hasRead(name, held(device, name).entries.at(-1)?.seq ?? 0);
const listed = (device: Device) => {
  const { current, archived, requests } = shownLists(device.state, Date.now());
  const names = (list: typeof current) => list.map(({ person }) => person.name);
  return { current: names(current), archived: names(archived), requests: names(requests) };
};
const wishesIn = (frames: readonly OtherFrame[]) =>
  frames.flatMap(({ id: _, ...frame }) => {
    if (frame.action !== 'change-side') return [];
    const { action, with: name, ...change } = frame;
    return [change];
  });
const marksOf = (frames: readonly OtherFrame[]) => frames.filter(({ action }) => action === 'mark');

/** What the server is told beside messages. */
function overhear(): OtherFrame[] {
  const frames: OtherFrame[] = [];
  server.faults.beforeOther = (frame) => {
    frames.push(frame);
    return undefined;
  };
  return frames;
}

describe('marks', () => {
  test('of what a device has are told by it, and of what was read on it only when that is so', async () => {
    const { alice, bob } = await aliceAndBob();
    await until(bob, 'alice', ({ theirs }) => theirs.received === 2);
    expect(held(bob, 'alice').theirs.read).toBe(0);
    readAll(alice, 'bob');
    await until(bob, 'alice', ({ theirs }) => theirs.read === 2);
  });

  test('that are read on one device are read on the other, at once', async () => {
    const { alice: phone } = await aliceAndBob();
    const laptop = await deviceOf('alice');
    expect(unread(laptop, 'bob')).toBe(1);
    readAll(phone, 'bob');
    expect(unread(phone, 'bob')).toBe(0);
    await laptop.until(() => unread(laptop, 'bob') === 0);
  });

  test('of many messages go together', async () => {
    const { alice } = await aliceAndBob();
    const frames = overhear();
    await server.store('bob', 'alice', ['one', 'two', 'three', 'four']);
    await alice.until(() => unread(alice, 'bob') === 5);
    readAll(alice, 'bob');
    await until(alice, 'bob', ({ said }) => said.read === 6);
    expect(marksOf(frames).length).toBeLessThanOrEqual(2);
  });

  test('of a message that is read as it comes are one frame', async () => {
    const { alice, bob } = await aliceAndBob();
    readAll(alice, 'bob');
    await until(bob, 'alice', ({ theirs }) => theirs.read === 2);
    const frames = overhear();
    await server.store('bob', 'alice', ['are you there?']);
    await alice.until(() => held(alice, 'bob').entries.length === 3);
    readAll(alice, 'bob');
    await until(bob, 'alice', ({ theirs }) => theirs.read === 3);
    expect(marksOf(frames).filter((frame) => 'with' in frame && frame.with === 'bob')).toMatchObject([
      { received: 3, read: 3 },
    ]);
  });

  test('of what is read on one device at once are not told by the other', async () => {
    const { alice: phone, bob } = await aliceAndBob();
    const laptop = await deviceOf('alice');
    const frames = overhear();
    await server.store('bob', 'alice', ['are you there?']);
    await phone.until(() => held(phone, 'bob').entries.length === 3);
    await laptop.until(() => held(laptop, 'bob').entries.length === 3);
    readAll(laptop, 'bob');
    await until(phone, 'bob', ({ said }) => said.received === 3 && said.read === 3);
    await until(bob, 'alice', ({ theirs }) => theirs.read === 3);
    // As long as the phone would have waited.
    await pause(MARK_INTERVAL_MS + 100, AbortSignal.timeout(LONGEST_WAIT_MS));
    expect(marksOf(frames).filter((frame) => 'received' in frame && frame.received === 3)).toHaveLength(1);
  });

  test('whose answer is lost are told again', async () => {
    const { alice, bob } = await aliceAndBob();
    let isLost = false;
    server.faults.beforeOther = (frame) => {
      if (frame.action !== 'mark' || frame.read === undefined || isLost) return undefined;
      isLost = true;
      return 'cut';
    };
    readAll(alice, 'bob');
    await alice.until(({ connection }) => connection === 'reconnecting');
    alice.wake();
    await until(bob, 'alice', ({ theirs }) => theirs.read === 2);
  });

  test('that alice made without a network are hers when she opens the page again, and told then', async () => {
    const disk = new Disk();
    await aliceAndBob();
    const alice = await deviceOf('alice', disk);
    server.isUp = false;
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    await server.store('bob', 'alice', ['unseen']);
    readAll(alice, 'bob');
    await alice.until(() => unread(alice, 'bob') === 0);
    await kept(disk, ({ read }) => read === 2);
    alice.chat.stop();

    const offline = new Device(server, 'alice', disk);
    await offline.until(({ conversations }) => conversations.has('bob'));
    expect(unread(offline, 'bob')).toBe(0);
    server.isUp = true;
    offline.wake();
    await until(offline, 'bob', ({ said }) => said.read === 2);
    expect(unread(offline, 'bob')).toBe(1);
  });

  test('are not told of a request until it is accepted, and read receipts not by who has turned them off', async () => {
    const frames = overhear();
    await server.store('bob', 'alice', ['you do not know me']);
    const [alice, bob] = [await deviceOf('alice'), await deviceOf('bob')];
    await until(alice, 'bob', ({ side }) => side.request === true);
    await server.store('bob', 'alice', ['are you there?']);
    await alice.until(() => held(alice, 'bob').entries.length === 2);
    expect(marksOf(frames).filter((frame) => 'with' in frame && frame.with === 'bob')).toEqual([]);

    await alice.chat.changePreferences({ readReceipts: false });
    alice.chat.changeSide('bob', { accepted: true });
    await until(bob, 'alice', ({ theirs }) => theirs.received === 2);
    readAll(alice, 'bob');
    await until(alice, 'bob', ({ said }) => said.read === 2);
    expect(held(bob, 'alice').theirs.read).toBe(0);
  });

  test('are hidden as another device has said while this one had no network', async () => {
    const { alice } = await aliceAndBob();
    server.isUp = false;
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    await server.ports.preferences.change('alice', { readReceipts: false });
    expect(alice.state.preferences.readReceipts).toBe(true);
    server.isUp = true;
    alice.wake();
    await alice.until(({ preferences }) => !preferences.readReceipts);
  });

  test('are none in notes to self', async () => {
    const alice = await deviceOf('alice');
    const frames = overhear();
    alice.chat.open('alice');
    alice.chat.send('alice', 'buy milk');
    await alice.untilShown('alice', ['buy milk']);
    expect(unreadInAll(alice.state, Date.now())).toBe(0);
    await alice.until(() => held(alice, 'alice').entries.length === 1);
    expect(frames.filter(({ action }) => action === 'mark' || action === 'watch')).toEqual([]);
  });
});

describe('what alice wishes of her side', () => {
  test('is so at once, and on her other devices as soon as the server knows', async () => {
    const { alice: phone } = await aliceAndBob();
    const laptop = await deviceOf('alice');
    phone.chat.changeSide('bob', { pinned: true, mutedUntil: FOR_EVER });
    expect(held(phone, 'bob').side).toMatchObject({ mutedUntil: FOR_EVER });
    await until(laptop, 'bob', ({ side }) => side.pinnedAt !== undefined && side.mutedUntil === FOR_EVER);
    await until(phone, 'bob', ({ wishes }) => wishes.length === 0);
    expect(unreadInAll(phone.state, Date.now())).toBe(0);
    expect(unread(phone, 'bob')).toBe(1);
  });

  test('is told when the network is back', async () => {
    const { alice } = await aliceAndBob();
    server.isUp = false;
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    alice.chat.changeSide('bob', { archived: true });
    expect(listed(alice)).toEqual({ current: [], archived: ['bob'], requests: [] });
    server.isUp = true;
    alice.wake();
    await until(alice, 'bob', ({ said }) => said.archivedAt === 2);
  });

  test('is so, and is told in its order, also after she has closed the page without a network', async () => {
    const disk = new Disk();
    await aliceAndBob();
    const alice = await deviceOf('alice', disk);
    await kept(disk, ({ read }) => read === 0);
    server.isUp = false;
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    const changes = [
      { pinned: true },
      { mutedUntil: FOR_EVER },
      { star: [1, 2] },
      { mutedUntil: 0 },
      { unstar: [1] },
    ];
    for (const change of changes) alice.chat.changeSide('bob', change);
    alice.chat.stop();

    const again = new Device(server, 'alice', disk);
    await again.until(({ conversations }) => conversations.has('bob'));
    expect(held(again, 'bob').side).toMatchObject({ pinnedAt: expect.any(Number), starred: [2] });
    expect(held(again, 'bob').side).not.toHaveProperty('mutedUntil');
    const frames = overhear();
    server.isUp = true;
    again.wake();
    await until(again, 'bob', ({ wishes }) => wishes.length === 0);
    expect(wishesIn(frames)).toEqual(changes);
    expect(held(again, 'bob').said).toMatchObject({ pinnedAt: expect.any(Number), starred: [2] });
    expect(disk.wishes.size).toBe(0);
  });

  test('is told, too, of a conversation that the device does not open with', async () => {
    const disk = new Disk();
    disk.wishes.set('w', { id: 'w', with: 'bob', at: 1, change: { archived: true } });
    await server.store('alice', 'bob', ['hello Bob']);
    const alice = await deviceOf('alice', disk);
    await until(alice, 'bob', ({ said }) => said.archivedAt === 1);
    expect(disk.wishes.size).toBe(0);
  });

  test('is told once, though two tabs of hers wait for the network with it', async () => {
    const disk = new Disk();
    await aliceAndBob();
    const first = await deviceOf('alice', disk);
    await kept(disk, ({ read }) => read === 0);
    server.isUp = false;
    server.cutAll();
    await first.until(({ connection }) => connection === 'reconnecting');
    first.chat.changeSide('bob', { pinned: true });
    first.chat.changeSide('bob', { pinned: false });
    const second = new Device(server, 'alice', disk);
    await second.until(() => held(second, 'bob').wishes.length === 2);
    const frames = overhear();
    server.isUp = true;
    for (const tab of [first, second]) tab.wake();
    for (const tab of [first, second]) await until(tab, 'bob', ({ wishes }) => wishes.length === 0);
    expect(wishesIn(frames)).toEqual([{ pinned: true }, { pinned: false }]);
    expect(held(first, 'bob').side.pinnedAt).toBeUndefined();
  });

  test('is not told any more once she has logged out, and nothing of it is left on the device', async () => {
    const disk = new Disk();
    await aliceAndBob();
    const alice = await deviceOf('alice', disk);
    server.faults.beforeOther = () => 'cut';
    alice.chat.changeSide('bob', { archived: true });
    expect(disk.wishes.size).toBe(1);
    await alice.chat.logOut();
    expect(disk.wishes.size).toBe(0);
  });

  test('is not kept on a computer that others use', async () => {
    server.isOnSharedComputer = true;
    const disk = new Disk();
    await aliceAndBob();
    const alice = await deviceOf('alice', disk);
    server.faults.beforeOther = () => 'cut';
    alice.chat.changeSide('bob', { archived: true });
    alice.chat.compose('bob', { about: 'reply', clientId: 'c', text: 'hello Alice', seq: 2 });
    expect([disk.wishes.size, disk.composing.size]).toEqual([0, 0]);
    server.faults = {};
    await until(alice, 'bob', ({ said }) => said.archivedAt === 2);
  });

  test('blocks somebody whose conversation no page holds, too; and the way back is there', async () => {
    const { preferences, peers } = server.ports;
    await preferences.add('alice', 'blocked', 'bob', 1);
    await peers.change({ person: 'alice', peer: 'bob' }, { blocks: [{ from: 0 }] });
    const alice = await deviceOf('alice');
    expect(blockedNames(alice.state)).toEqual(['bob']);
    alice.chat.changeSide('bob', { blocked: false });
    expect(blockedNames(alice.state)).toEqual([]);
    await until(alice, 'bob', ({ wishes }) => wishes.length === 0);
    expect(blockedNames(alice.state)).toEqual([]);
    expect(blockedNames((await deviceOf('alice')).state)).toEqual([]);
  });

  test('is undone with a word if the server refuses it', async () => {
    const { alice } = await aliceAndBob();
    server.faults.beforeOther = (frame) =>
      frame.action === 'change-side' ? new Refusal('too-many') : undefined;
    alice.chat.changeSide('bob', { pinned: true });
    await alice.until(({ refusedWish }) => refusedWish?.problem === 'too-many');
    expect(held(alice, 'bob').side.pinnedAt).toBeUndefined();
  });

  test('archives a conversation until something new comes, unless it is muted', async () => {
    const { alice } = await aliceAndBob();
    alice.chat.changeSide('bob', { archived: true });
    await until(alice, 'bob', ({ said }) => said.archivedAt === 2);
    await server.store('bob', 'alice', ['new']);
    await alice.until(() => listed(alice).current.includes('bob'));
    alice.chat.changeSide('bob', { archived: true, mutedUntil: FOR_EVER });
    await until(alice, 'bob', ({ said }) => said.archivedAt === 3);
    await server.store('bob', 'alice', ['newer']);
    await alice.until(() => held(alice, 'bob').entries.length === 4);
    expect(listed(alice).archived).toEqual(['bob']);
  });

  test('marks a conversation as unread until she reads on', async () => {
    const { alice } = await aliceAndBob();
    readAll(alice, 'bob');
    await until(alice, 'bob', ({ said }) => said.read === 2);
    alice.chat.changeSide('bob', { unread: true });
    await until(alice, 'bob', ({ said }) => said.unread === true);
    expect(shownLists(alice.state, Date.now()).current).toMatchObject([{ unread: 0, isMarked: true }]);
    await server.store('bob', 'alice', ['more']);
    await alice.until(() => held(alice, 'bob').entries.length === 3);
    readAll(alice, 'bob');
    await until(alice, 'bob', ({ said }) => said.read === 3 && said.unread === undefined);
    expect(held(alice, 'bob').side.unread).toBeUndefined();
  });

  test('blocks somebody, of whom nothing is shown or counted then', async () => {
    const { alice, bob } = await aliceAndBob();
    alice.chat.changeSide('bob', { blocked: true });
    await until(alice, 'bob', ({ said }) => said.blocked === true);
    bob.chat.send('alice', 'answer me');
    await bob.untilSent();
    const phone = await deviceOf('alice');
    expect(unread(phone, 'bob')).toBe(0);
    expect(shownLists(phone.state, Date.now()).current).toMatchObject([{ preview: 'hello Alice' }]);
  });
});

describe('a first message from somebody new', () => {
  test('of whom I have answered, be it with a client that does not accept, are none', async () => {
    await server.store('bob', 'alice', ['Do you know me?']);
    await server.store('alice', 'bob', ['I do']);
    const alice = await deviceOf('alice');
    await until(alice, 'bob', ({ said, wishes }) => said.request === undefined && wishes.length === 0);
    expect(listed(alice)).toMatchObject({ current: ['bob'], requests: [] });
    const [side] = await server.ports.peers.sides([{ person: 'alice', peer: 'bob' }]);
    expect(side).not.toHaveProperty('request');
  });

  test('waits to be accepted, on all devices', async () => {
    const [phone, laptop] = [await deviceOf('alice'), await deviceOf('alice')];
    await server.store('bob', 'alice', ['hi']);
    await phone.until(() => listed(phone).requests.includes('bob'));
    await laptop.until(() => listed(laptop).requests.includes('bob'));
    expect(unreadInAll(phone.state, Date.now())).toBe(0);
    phone.chat.changeSide('bob', { accepted: true });
    await laptop.until(() => listed(laptop).current.includes('bob'));
    expect(unreadInAll(laptop.state, Date.now())).toBe(1);
  });

  test('is accepted by writing back', async () => {
    await server.store('bob', 'alice', ['hi']);
    const alice = await deviceOf('alice');
    await alice.until(() => listed(alice).requests.includes('bob'));
    alice.chat.send('bob', 'hello');
    await until(alice, 'bob', ({ said }) => said.request === undefined);
    expect(listed(alice).current).toEqual(['bob']);
  });
});

describe('a conversation that is far down the list', () => {
  /** Has so many others write to alice later than bob that the first page has not room for him. */
  async function bobIsFarDown() {
    await server.store('alice', 'bob', ['hello Bob']);
    await server.store('bob', 'alice', ['one', 'two']);
    const names = Array.from({ length: CONVERSATIONS_PER_PAGE }, (_, i) => `later-${i}`);
    for (const name of names) await server.signUp(name);
    const { peers } = server.ports;
    await peers.touch('alice', 'bob', Date.now() - 10 * HOUR_MS);
    for (const name of names) {
      await server.store(name, 'alice', ['hi']);
      await peers.touch('alice', name, Date.now() + HOUR_MS);
    }
  }

  test('has its side as soon as it is opened: what is unread, marks, and what alice has wished', async () => {
    await bobIsFarDown();
    const { peers } = server.ports;
    await peers.change({ person: 'alice', peer: 'bob' }, { mutedUntil: FOR_EVER });
    const received = { received: 1, read: 1, readMessages: 1, told: { received: true, read: true } };
    await peers.mark({ person: 'bob', peer: 'alice' }, received);
    const alice = await deviceOf('alice');
    expect(alice.state.conversations.has('bob')).toBe(false);
    alice.chat.open('bob');
    await until(alice, 'bob', ({ loaded }) => loaded);
    expect(held(alice, 'bob')).toMatchObject({
      side: { mutedUntil: FOR_EVER },
      theirs: { received: 1, read: 1 },
    });
    expect(unread(alice, 'bob')).toBe(2);
  });

  test('has it, too, where the device had kept only what was written', async () => {
    await bobIsFarDown();
    const disk = new Disk();
    const { entries } = await readEntries(server.ports, 'alice', { with: 'bob' });
    await disk.copy.write({ people: [], forgotten: [], entries: [{ with: 'bob', entries }] });
    const alice = await deviceOf('alice', disk);
    alice.chat.open('bob');
    await alice.until(() => unread(alice, 'bob') === 2);
  });
});

test('that somebody writes first makes it a request, also where alice has looked at the empty conversation', async () => {
  const alice = await Device.openOn('bob', server, 'alice');
  await until(alice, 'bob', ({ said }) => said !== NO_SIDE);
  await server.store('bob', 'alice', ['hi']);
  await until(alice, 'bob', ({ said }) => said.request === true);
  expect(listed(alice).requests).toEqual(['bob']);
});

/** Resolves when the device has kept such a mark. */
async function kept(disk: Disk, isSo: (read: { read: number }) => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    if (Date.now() > deadline) throw new Error(JSON.stringify(await disk.copy.read()));
    const sides = (await disk.copy.read())?.conversations[0]?.sides;
    if (sides && isSo(sides.read)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
