import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { changeSide } from '../../lib/chat/change-side.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import { mark } from '../../lib/chat/mark.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { listConversations, readEntries } from '../../lib/chat/reading.ts';
import { listStarred } from '../../lib/chat/starred.ts';
import type { ChangeSide } from '../../lib/protocol/client-frames.ts';
import { MAX_PINNED } from '../../lib/protocol/limits.ts';
import { FOR_EVER } from '../../lib/protocol/side.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob } from '../support/people.ts';
import { entriesIn, textsOf } from '../support/texts.ts';
import { connect, type Device, send, signUp } from './devices.ts';

let chat: MemoryChat;
let alices: Session;
let bobs: Session;
let laptop: Device;
let tablet: Device;
let phone: Device;

/** Alice has written to bob, who has accepted it, and has a phone and a tablet. */
beforeEach(async () => {
  chat = memoryChat();
  alices = await signUp(chat, alice);
  bobs = await signUp(chat, bob);
  laptop = await connect(chat, alice, 'laptop');
  phone = await connect(chat, bob, 'phone');
  tablet = await connect(chat, bob, 'tablet');
  await send(chat, laptop, bob, 0, 'one', 'two', 'three');
  await change(phone, { accepted: true });
});

function change(device: Device, changes: Omit<ChangeSide, 'action' | 'id' | 'with'>, name?: string) {
  const to = name ?? (device === laptop ? 'bob' : 'alice');
  return changeSide(chat, device.identity, { action: 'change-side', id: 'f1', with: to, ...changes });
}

function markBy(device: Device, marks: { received?: number; read?: number }, ports = chat) {
  const to = device === laptop ? 'bob' : 'alice';
  return mark(ports, device.identity, { action: 'mark', id: 'f1', with: to, ...marks });
}

/** Changes what others may know of somebody, on a device that is none of the others. */
function prefer({ person, id }: Session, changes: { readReceipts?: boolean; presence?: boolean }) {
  const device = { person, connectionId: `settings of ${person}`, session: id };
  return changePreferences(chat, device, { action: 'change-preferences', id: 'p1', ...changes });
}

const conversationOf = async (me: string) => (await listConversations(chat, me)).conversations[0];
const sideOf = async (me: string) => (await conversationOf(me))?.side;
const receipts = ({ pushed }: Device) => pushed.filter(({ action }) => action === 'receipt');
const sides = ({ pushed }: Device) =>
  pushed.flatMap((frame) => (frame.action === 'side-changed' ? [frame] : []));

describe('a mark', () => {
  test('is told to the other person’s devices and to one’s own others, and is kept', async () => {
    const answer = await markBy(phone, { received: 3, read: 2 });
    expect(answer).toEqual({ action: 'marked', id: 'f1', with: 'alice', received: 3, read: 2 });
    expect(receipts(laptop)).toEqual([{ action: 'receipt', with: 'bob', received: 3, read: 2 }]);
    expect(sides(tablet).at(-1)).toMatchObject({
      with: 'alice',
      side: { received: 3, read: 2, readMessages: 2 },
    });
    expect(await conversationOf('alice')).toMatchObject({ theirs: { received: 3, read: 2 } });
    expect(await sideOf('bob')).toMatchObject({ received: 3, read: 2, readMessages: 2 });
  });

  test('never moves back, each for itself, and what does not move is told to nobody', async () => {
    await markBy(phone, { received: 3, read: 2 });
    const told = receipts(laptop).length;
    expect(await markBy(tablet, { received: 1 })).toMatchObject({ received: 3, read: 2 });
    expect(receipts(laptop)).toHaveLength(told);
    expect(await markBy(tablet, { read: 3 })).toMatchObject({ received: 3, read: 3 });
  });

  test('of what is read says that it is received, too', async () => {
    expect(await markBy(phone, { read: 3 })).toMatchObject({ received: 3, read: 3 });
  });

  test('beyond the end of the log is refused', async () => {
    await expect(markBy(phone, { received: 3, read: 4 })).rejects.toMatchObject({
      code: 'unknown-entry',
      field: 'read',
    });
    expect(await sideOf('bob')).toMatchObject({ received: 0, read: 0 });
  });

  test('is one write, whatever it tells', async () => {
    const meter = metered(chat);
    await markBy(phone, { received: 3, read: 3 }, meter.ports as typeof chat);
    const writes = Object.keys(meter.read()).filter(
      (port) => /\.(put|mark|change|touch|add|hold|saw)$/.test(port) && port !== 'metrics.add',
    );
    expect(writes).toEqual(['peers.mark']);
  });

  test('does not tell that something is read where either of the two hides it, also not later', async () => {
    for (const who of [alices, bobs]) {
      await prefer(who, { readReceipts: false });
      await markBy(phone, { read: who === alices ? 1 : 2 });
      expect(receipts(laptop).at(-1)).not.toHaveProperty('read');
      await prefer(who, { readReceipts: true });
    }
    expect(await conversationOf('alice')).toMatchObject({ theirs: { received: 2, read: 0 } });
    expect(await sideOf('bob')).toMatchObject({ read: 2 });
  });

  test('of a request, or of somebody blocked, is nobody’s but one’s own', async () => {
    await change(phone, { blocked: true });
    await markBy(phone, { read: 3 });
    expect(receipts(laptop)).toEqual([]);
    expect(await conversationOf('alice')).toMatchObject({ theirs: { received: 0, read: 0 } });
  });
});

describe('what somebody new has written', () => {
  test('is a request until it is accepted, and stays accepted when its first message is repeated', async () => {
    const carol = { name: 'carol', displayName: 'Carol' };
    await signUp(chat, carol);
    const carols = await connect(chat, carol);
    await send(chat, carols, bob, 0, 'Hi');
    const side = async () =>
      (await listConversations(chat, 'bob')).conversations.find((it) => it.with.name === 'carol')?.side;
    expect(await side()).toMatchObject({ request: true });
    await change(phone, { accepted: true }, 'carol');
    await send(chat, carols, bob, 0, 'Hi');
    expect(await side()).not.toHaveProperty('request');
    expect((await listConversations(chat, 'carol')).conversations[0]?.side).not.toHaveProperty('request');
  });
});

describe('a side', () => {
  test('is changed on all of one’s devices, and on nobody else’s', async () => {
    const before = laptop.pushed.length;
    const answer = await change(phone, { mutedUntil: FOR_EVER, unread: true });
    expect(answer).toMatchObject({
      action: 'side-changed',
      id: 'f1',
      side: { mutedUntil: FOR_EVER, unread: true },
    });
    expect(sides(tablet).at(-1)).toEqual({ action: 'side-changed', with: 'alice', side: answer.side });
    expect(laptop.pushed).toHaveLength(before);
  });

  test('is not unread any more when it is read on', async () => {
    await change(phone, { unread: true });
    await markBy(tablet, { read: 3 });
    expect(await sideOf('bob')).not.toHaveProperty('unread');
  });

  test('is archived as the log is, and brought back', async () => {
    expect((await change(phone, { archived: true })).side).toMatchObject({ archivedAt: 3 });
    expect((await change(phone, { archived: false, mutedUntil: 0 })).side).not.toHaveProperty('archivedAt');
  });

  test('that is pinned comes with the bootstrap, also when its page would not be the first', async () => {
    await change(phone, { pinned: true });
    for (let i = 0; i < 25; i += 1) {
      const person = { name: `later-${i}`, displayName: `Later ${i}` };
      await signUp(chat, person);
      chat.clock.advance(60 * 60_000);
      await connect(chat, bob, 'phone');
      await send(chat, phone, person, 0, 'Hi');
    }
    const { conversations, pinned } = await bootstrap(chat, bobs, '/socket');
    expect(conversations.conversations.map((it) => it.with.name)).not.toContain('alice');
    expect(pinned).toMatchObject([{ with: alice, side: { pinnedAt: expect.any(Number) } }]);
  });

  test('can’t be pinned beside as many as there may be', async () => {
    for (let i = 0; i < MAX_PINNED; i += 1)
      await chat.preferences.add('bob', 'pinned', `one-${i}`, MAX_PINNED);
    await expect(change(phone, { pinned: true })).rejects.toMatchObject({
      code: 'too-many',
      field: 'pinned',
    });
    expect(await sideOf('bob')).not.toHaveProperty('pinnedAt');
  });

  test('of nobody is none', async () => {
    await expect(change(phone, { pinned: true }, 'nobody')).rejects.toMatchObject({ code: 'unknown-person' });
  });
});

describe('preferences', () => {
  test('are the same on all of one’s devices, and come with the bootstrap', async () => {
    const answer = await prefer(bobs, { readReceipts: false });
    const preferences = { readReceipts: false, presence: true };
    expect(answer).toEqual({ action: 'preferences-changed', id: 'p1', preferences });
    expect(tablet.pushed.at(-1)).toEqual({ action: 'preferences-changed', preferences });
    expect(await bootstrap(chat, bobs, '/socket')).toMatchObject({ preferences });
    expect(await bootstrap(chat, alices, '/socket')).toMatchObject({ preferences: { readReceipts: true } });
  });
});

describe('messages that are set apart', () => {
  test('are starred and hidden for one person on all devices, and listed with their last texts', async () => {
    await change(phone, { star: [1, 3], hide: [2] });
    expect(await sideOf('bob')).toMatchObject({ starred: [1, 3], hidden: [2] });
    expect(await sideOf('alice')).not.toHaveProperty('hidden');
    await editMessage(chat, laptop.identity, {
      action: 'edit-message',
      id: 'f2',
      with: 'bob',
      after: 3,
      clientId: 'e',
      target: 3,
      text: 'drei',
    });
    expect(await listStarred(chat, 'bob', {})).toMatchObject({
      starred: [
        { with: alice, entry: { seq: 3, text: 'three' }, edit: { text: 'drei' } },
        { with: alice, entry: { seq: 1, text: 'one' } },
      ],
    });
    await change(tablet, { unstar: [1] });
    expect(await sideOf('bob')).toMatchObject({ starred: [3] });
  });

  test('have to be there', async () => {
    await expect(change(phone, { star: [1, 9] })).rejects.toMatchObject({
      code: 'unknown-entry',
      field: 'star',
    });
    expect(await sideOf('bob')).not.toHaveProperty('starred');
  });
});

describe('somebody who is blocked', () => {
  test('is told that it is stored, and nothing of it is pushed to whoever blocked, then or later', async () => {
    await change(phone, { blocked: true });
    const before = [phone, tablet].map(({ pushed }) => entriesIn(pushed).length);
    expect(await send(chat, laptop, bob, 3, 'four')).toMatchObject({ stored: [{ seq: 4 }] });
    expect([phone, tablet].map(({ pushed }) => entriesIn(pushed).length)).toEqual(before);
    await change(phone, { blocked: false });
    await send(chat, laptop, bob, 4, 'five');
    expect(textsOf(entriesIn(phone.pushed).at(-1)?.entries ?? [])).toEqual(['five']);
    const { entries } = await readEntries(chat, 'bob', { with: 'alice', after: 2 });
    expect(entries).toMatchObject([
      { text: 'three' },
      { seq: 4, text: '', gone: 'blocked' },
      { text: 'five' },
    ]);
    expect(textsOf((await conversationOf('bob'))?.entries ?? [])).toEqual([
      'one',
      'two',
      'three',
      '',
      'five',
    ]);
    expect(textsOf((await readEntries(chat, 'alice', { with: 'bob', after: 3 })).entries)).toEqual([
      'four',
      'five',
    ]);
  });

  test('gets what whoever blocked writes', async () => {
    await change(phone, { blocked: true });
    await send(chat, phone, alice, 3, 'I have blocked you');
    expect(textsOf(entriesIn(laptop.pushed).at(-1)?.entries ?? [])).toEqual(['I have blocked you']);
  });

  test('can’t be oneself', async () => {
    await expect(change(phone, { blocked: true }, 'bob')).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
