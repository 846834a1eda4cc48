import { beforeEach, describe, expect, test } from '@jest/globals';
import { conversationOf } from '../../lib/chat/conversation.ts';
import { deleteMessage } from '../../lib/chat/delete-message.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import type { EntriesStore } from '../../lib/chat/ports.ts';
import { react } from '../../lib/chat/react.ts';
import { readEntries } from '../../lib/chat/reading.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { entriesIn } from '../support/texts.ts';
import { connect, type Device, send, signUp } from './devices.ts';

const CONVERSATION = conversationOf(alice.name, bob.name);

let chat: MemoryChat;
let laptop: Device;
let phone: Device;
let bobs: Device;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob]) await signUp(chat, person);
  laptop = await connect(chat, alice, 'laptop');
  phone = await connect(chat, alice, 'phone');
  bobs = await connect(chat, bob);
  await send(chat, laptop, bob, 0, 'Helo');
});

const log = () => chat.entries.from(CONVERSATION, 1, 1_000, { strong: true });

const aboutTo = (name: string, after: number, target: number, clientId = 'c1') => ({
  id: 'f1',
  with: name,
  after,
  clientId,
  target,
});

const edit = (
  device: Device,
  text: string,
  after = 1,
  { target = 1, clientId = 'edit', ports = chat } = {},
) =>
  editMessage(ports, device.identity, {
    action: 'edit-message',
    ...aboutTo(device === bobs ? 'alice' : 'bob', after, target, clientId),
    text,
  });

const remove = (device: Device, after = 1, { target = 1, clientId = 'deletion', ports = chat } = {}) =>
  deleteMessage(ports, device.identity, {
    action: 'delete-message',
    ...aboutTo(device === bobs ? 'alice' : 'bob', after, target, clientId),
  });

const reactWith = (
  device: Device,
  emoji: string | null,
  after = 1,
  { target = 1, clientId = 'reaction' } = {},
) =>
  react(chat, device.identity, {
    action: 'react',
    ...aboutTo(device === bobs ? 'alice' : 'bob', after, target, clientId),
    emoji,
  });

const last = ({ pushed }: Device): readonly Entry[] | undefined => entriesIn(pushed).at(-1)?.entries;

describe('an edit', () => {
  test('is an entry of its own, which both people’s other devices get, and no message', async () => {
    const answer = await edit(laptop, 'Hello');
    expect(answer).toMatchObject({
      action: 'stored',
      id: 'f1',
      with: 'bob',
      stored: [{ seq: 2, messages: 1 }],
    });
    const entry = { kind: 'edit', seq: 2, from: 'alice', target: 1, text: 'Hello', messages: 1 };
    expect(last(bobs)).toMatchObject([entry]);
    expect(last(phone)).toMatchObject([entry]);
    expect(await log()).toMatchObject([{ text: 'Helo' }, entry]);
  });

  test('that is sent again is stored once, and answered with its place', async () => {
    await edit(laptop, 'Hello');
    expect(await edit(laptop, 'Hello')).toMatchObject({ stored: [{ seq: 2 }] });
    expect(await log()).toHaveLength(2);
  });

  test.each([
    ['of another person’s message', () => edit(bobs, 'Mine now'), 'not-yours'],
    ['of what is not there', () => edit(laptop, 'Hello', 1, { target: 9 }), 'unknown-entry'],
    ['behind an entry that there is not', () => edit(laptop, 'Hello', 9), 'unknown-after'],
  ])('%s is refused, and nothing is stored', async (_, editing, code) => {
    await expect(editing()).rejects.toMatchObject({ code });
    expect(await log()).toHaveLength(1);
  });

  test('of an edit is refused: it is no message', async () => {
    await edit(laptop, 'Hello');
    await expect(edit(laptop, 'Hi', 2, { target: 2, clientId: 'e2' })).rejects.toMatchObject({
      code: 'unknown-entry',
      field: 'target',
    });
  });

  test('of a message that the other device deletes in the same moment is refused, before and after its text is gone', async () => {
    let isFirst = true;
    const put: EntriesStore['put'] = async (conversation, entry) => {
      if (isFirst) {
        isFirst = false;
        await remove(phone);
      }
      return chat.entries.put(conversation, entry);
    };
    const ports = { ...chat, entries: { ...chat.entries, put } };
    await expect(edit(laptop, 'Hello', 1, { ports })).rejects.toMatchObject({ code: 'message-deleted' });
    await expect(edit(laptop, 'Hello', 2)).rejects.toMatchObject({ code: 'message-deleted' });
    expect((await log()).map(({ kind }) => kind)).toEqual(['message', 'deletion']);
  });
});

describe('a deletion', () => {
  test('takes the texts of the message and of its edits from the log, and leaves their places', async () => {
    await edit(laptop, 'Hello');
    await edit(phone, 'Hello!', 2, { clientId: 'e2' });
    await send(chat, bobs, alice, 3, 'Hi');
    await remove(laptop, 4);
    expect(last(bobs)).toMatchObject([{ kind: 'deletion', seq: 5, target: 1 }]);
    expect(await log()).toMatchObject([
      { kind: 'message', text: '', gone: 'deleted' },
      { kind: 'edit', text: '', gone: 'deleted' },
      { kind: 'edit', text: '', gone: 'deleted' },
      { kind: 'message', text: 'Hi' },
      { kind: 'deletion' },
    ]);
  });

  test('whose first try broke before the texts were gone is done by the next', async () => {
    const scrub = () => Promise.reject(new Error('The database is away.'));
    const broken = { ...chat, entries: { ...chat.entries, scrub } };
    await expect(remove(laptop, 1, { ports: broken })).rejects.toThrow('away');
    expect(last(bobs)).toMatchObject([{ kind: 'message' }]);
    expect(await remove(laptop)).toMatchObject({ stored: [{ seq: 2 }] });
    expect(await log()).toMatchObject([{ text: '', gone: 'deleted' }, { kind: 'deletion' }]);
  });

  test.each([
    ['of another person’s message', () => remove(bobs), 'not-yours'],
    ['of what is not there', () => remove(laptop, 1, { target: 2 }), 'unknown-entry'],
  ])('%s is refused, and nothing is stored', async (_, removing, code) => {
    await expect(removing()).rejects.toMatchObject({ code });
    expect(await log()).toMatchObject([{ text: 'Helo' }]);
  });

  test('is refused where another device was first', async () => {
    await remove(phone);
    await expect(remove(laptop, 2, { clientId: 'd2' })).rejects.toMatchObject({ code: 'message-deleted' });
  });
});

describe('a clientId that was used before', () => {
  const USED = { code: 'invalid-request', field: 'clientId' };
  // Alice's message is at 1; bob's own, whose clientId he uses once more, comes behind it.
  beforeEach(async () => {
    await reactWith(bobs, '🎉', 1, { clientId: 'used' });
    await send(chat, bobs, alice, 2, 'Hello Alice');
  });
  const messageOfBob = async () =>
    (await log()).find(({ from, kind }) => from === 'bob' && kind === 'message');

  test('takes nobody past the question whose message it is: bob cannot delete or edit what alice wrote', async () => {
    const before = await log();
    for (const clientId of ['used', (await messageOfBob())?.clientId ?? '']) {
      await expect(remove(bobs, 1, { clientId })).rejects.toMatchObject(USED);
      await expect(edit(bobs, 'Not what alice wrote', 1, { clientId })).rejects.toMatchObject(USED);
      expect(await log()).toEqual(before);
    }
    expect(await chat.entries.find([{ conversation: CONVERSATION, seq: 1 }])).toEqual([
      { conversation: CONVERSATION, seq: 1, entry: before[0] },
    ]);
  });

  test('is none of another message of his either, nor of a message', async () => {
    await remove(bobs, 3, { target: 3, clientId: 'once' });
    await send(chat, bobs, alice, 4, 'More');
    const before = await log();
    await expect(remove(bobs, 3, { target: 5, clientId: 'once' })).rejects.toMatchObject(USED);
    await expect(
      sendMessage(chat, bobs.identity, {
        action: 'send-message',
        id: 'f1',
        to: 'alice',
        after: 1,
        messages: [{ clientId: 'used', text: 'Where a reaction was' }],
      }),
    ).rejects.toMatchObject(USED);
    expect(await log()).toEqual(before);
  });
});

describe('a reaction', () => {
  test('may be anybody’s of the two, and be taken away', async () => {
    await reactWith(bobs, '👍');
    await reactWith(bobs, null, 2, { clientId: 'r2' });
    expect(last(laptop)).toMatchObject([{ kind: 'reaction', from: 'bob', target: 1, emoji: null }]);
    const { entries } = await readEntries(chat, 'bob', { with: 'alice', after: 1 });
    expect(entries).toMatchObject([{ emoji: '👍' }, { emoji: null }]);
  });

  test('that arrives twice is stored once', async () => {
    await Promise.all([reactWith(bobs, '👍'), reactWith(bobs, '👍')]);
    expect(await log()).toHaveLength(2);
  });

  test('to a message that is gone, or to a reaction, is refused', async () => {
    await reactWith(bobs, '👍');
    await expect(reactWith(laptop, '❤️', 2, { target: 2, clientId: 'r2' })).rejects.toMatchObject({
      code: 'unknown-entry',
    });
    await remove(laptop, 2);
    await expect(reactWith(bobs, '❤️', 3, { clientId: 'r3' })).rejects.toMatchObject({
      code: 'message-deleted',
    });
  });

  test('of mallory, who is in another conversation, does not come here', async () => {
    const mallory = { name: 'mallory', displayName: 'Mallory' };
    await signUp(chat, mallory);
    const hers = await connect(chat, mallory);
    await expect(reactWith(hers, '💀', 0)).rejects.toMatchObject({ code: 'unknown-entry' });
    expect(await log()).toHaveLength(1);
  });
});
