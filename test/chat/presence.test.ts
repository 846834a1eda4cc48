import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { changeSide } from '../../lib/chat/change-side.ts';
import { closeConnection, holdConnection, openConnection } from '../../lib/chat/connecting.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { watch } from '../../lib/chat/presence.ts';
import { typing } from '../../lib/chat/typing.ts';
import { LEASE_MS } from '../../lib/protocol/limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob } from '../support/people.ts';
import { connect, type Device, send, signUp } from './devices.ts';

let chat: MemoryChat;
let alices: Session;
let bobs: Session;
let laptop: Device;

/** Alice and bob know each other, and alice is there. */
beforeEach(async () => {
  chat = memoryChat();
  alices = await signUp(chat, alice);
  bobs = await signUp(chat, bob);
  laptop = await connect(chat, alice, 'laptop');
  await send(chat, laptop, bob, 0, 'Hello');
  await chat.peers.change({ person: 'bob', peer: 'alice' }, { request: null });
});

/** Changes what others may know of somebody, on a device that is none of the others. */
function prefer({ person, id }: Session, changes: { readReceipts?: boolean; presence?: boolean }) {
  const device = { person, connectionId: `settings of ${person}`, session: id };
  return changePreferences(chat, device, { action: 'change-preferences', id: 'p1', ...changes });
}

const watchBy = (device: Device, name: string | null) =>
  watch(chat, device.identity, { action: 'watch', id: 'w1', with: name });
const told = ({ pushed }: Device) =>
  pushed.flatMap((frame) => (frame.action === 'presence' ? [frame.presence] : []));
const typings = ({ pushed }: Device) => pushed.filter(({ action }) => action === 'typing');

/** Opens a socket as $connect does. */
async function open(device: string): Promise<Device> {
  const opened = await connect(chat, bob, device);
  await openConnection(chat, opened.identity);
  return opened;
}

describe('whoever has a conversation open', () => {
  test('is answered whether the other person is there, and until when that is sure', async () => {
    expect(await watchBy(laptop, 'bob')).toEqual({
      action: 'presence',
      id: 'w1',
      with: 'bob',
      presence: { online: false },
    });
    await open('phone');
    const until = chat.clock.now() + LEASE_MS;
    expect(await watchBy(laptop, 'bob')).toMatchObject({ presence: { online: true, until } });
  });

  test('is told when the first device comes and when the last one goes, not when one of two does', async () => {
    await watchBy(laptop, 'bob');
    const phone = await open('phone');
    const tab = await open('tab');
    const online = { online: true, until: chat.clock.now() + LEASE_MS };
    expect(told(laptop)).toEqual([online, online]);
    await closeConnection(chat, tab.identity);
    expect(told(laptop)).toHaveLength(2);
    await closeConnection(chat, phone.identity);
    expect(told(laptop).at(-1)).toEqual({ online: false, lastSeen: chat.clock.now() });
  });

  test('finds out within the lease that a browser was killed', async () => {
    await open('phone');
    chat.clock.advance(LEASE_MS);
    expect(await watchBy(laptop, 'bob')).toMatchObject({ presence: { online: false } });
  });

  test('is told nothing more once another is open, or none', async () => {
    for (const next of ['alice', null]) {
      await watchBy(laptop, 'bob');
      await watchBy(laptop, next);
      const before = laptop.pushed.length;
      await openAndClose();
      expect(laptop.pushed).toHaveLength(before);
    }
  });

  test('is still told after its own pings', async () => {
    await watchBy(laptop, 'bob');
    chat.clock.advance(LEASE_MS - 1);
    await holdConnection(chat, laptop.identity);
    chat.clock.advance(LEASE_MS - 1);
    await openAndClose();
    expect(told(laptop).length).toBeGreaterThan(0);
  });
});

async function openAndClose(): Promise<void> {
  const phone = await open('phone');
  await closeConnection(chat, phone.identity);
}

describe('nothing is known of somebody’s presence', () => {
  test('to a stranger, or to somebody whose request was not accepted', async () => {
    await chat.peers.change({ person: 'bob', peer: 'alice' }, { request: true });
    await open('phone');
    expect(await watchBy(laptop, 'bob')).not.toHaveProperty('presence');
    expect(await watchBy(laptop, 'nobody')).not.toHaveProperty('presence');
  });

  test('to somebody who is blocked, from that moment', async () => {
    const phone = await open('phone');
    await watchBy(laptop, 'bob');
    await changeSide(chat, phone.identity, { action: 'change-side', id: 'c', with: 'alice', blocked: true });
    expect(told(laptop)).toEqual([undefined]);
    await closeConnection(chat, phone.identity);
    expect(told(laptop)).toHaveLength(1);
    expect(await watchBy(laptop, 'bob')).not.toHaveProperty('presence');
  });

  test('where it is hidden by either of the two, from that moment', async () => {
    for (const who of [bobs, alices]) {
      await open('phone');
      await watchBy(laptop, 'bob');
      const before = told(laptop).length;
      await prefer(who, { presence: false });
      expect(told(laptop).slice(before)).toEqual([undefined]);
      await openAndClose();
      expect(told(laptop)).toHaveLength(before + 1);
      expect(await watchBy(laptop, 'bob')).not.toHaveProperty('presence');
      await prefer(who, { presence: true });
    }
  });
});

describe('that bob is typing', () => {
  test('is told where alice has the conversation open, nowhere else, and leaves no trace', async () => {
    const [tablet, phone] = [await connect(chat, alice, 'tablet'), await connect(chat, bob, 'phone')];
    await watchBy(laptop, 'bob');
    const meter = metered(chat);
    await typing(meter.ports, phone.identity, { action: 'typing', to: 'alice' });
    expect(typings(laptop)).toEqual([{ action: 'typing', with: 'bob' }]);
    expect(typings(tablet)).toEqual([]);
    expect(Object.keys(meter.read()).sort()).toEqual(['clock.now', 'metrics.add', 'push.post', 'watches.of']);
  });

  test('is not told if it is to somebody else', async () => {
    const phone = await connect(chat, bob, 'phone');
    await watchBy(laptop, 'bob');
    await typing(chat, phone.identity, { action: 'typing', to: 'carol' });
    expect(typings(laptop)).toEqual([]);
  });

  test('is not told to whoever has blocked him', async () => {
    const phone = await connect(chat, bob, 'phone');
    await watchBy(laptop, 'bob');
    await changeSide(chat, laptop.identity, { action: 'change-side', id: 'c', with: 'bob', blocked: true });
    await typing(chat, phone.identity, { action: 'typing', to: 'alice' });
    expect(typings(laptop)).toEqual([]);
  });
});
