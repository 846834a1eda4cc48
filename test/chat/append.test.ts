import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EntriesStore } from '../../lib/chat/ports.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { Entry, MessageEntry } from '../../lib/protocol/entries.ts';
import { MAX_ENTRIES_BEHIND } from '../../lib/protocol/limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { textsOf } from '../support/texts.ts';
import { connect, type Device, frame, send, signUp } from './devices.ts';

const CONVERSATION = 'alice:bob';

/** Losses after which a send gives up: decided in lib/chat/append.ts. */
const MAX_LOST_ROUNDS = 16;

let chat: MemoryChat;
let laptop: Device;
let bobs: Device;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob]) await signUp(chat, person);
  laptop = await connect(chat, alice, 'laptop');
  bobs = await connect(chat, bob);
});

const log = () => chat.entries.from(CONVERSATION, 1, 1_000, { strong: true });
const texts = async () => textsOf(await log());
const seqs = (stored: readonly { seq: number }[]) => stored.map(({ seq }) => seq);

/** Has alice send to bob while the store of the log behaves differently. */
function sendWith(changes: Partial<EntriesStore>, after: number, ...sent: readonly string[]) {
  const entries = { ...chat.entries, ...changes };
  return sendMessage({ ...chat, entries }, laptop.identity, frame(bob, after, ...sent));
}

/** Bob's put of a number, just before alice's. */
async function bobTakes(entry: Entry): Promise<void> {
  const clientId = `bobs-${entry.seq}`;
  await chat.entries.put(CONVERSATION, { ...(entry as MessageEntry), from: 'bob', clientId, text: clientId });
}

describe('a message that is sent again', () => {
  test('keeps its place although the read misses it, as one may that is not strong', async () => {
    const first = await send(chat, laptop, bob, 0, 'one');
    const stale: EntriesStore['from'] = async (conversation, seq, limit, options) =>
      options?.strong ? chat.entries.from(conversation, seq, limit, options) : [];
    expect(await sendWith({ from: stale }, 0, 'one')).toEqual(first);
    expect(await texts()).toEqual(['one']);
  });

  test('keeps its place however much came after it', async () => {
    const first = await send(chat, laptop, bob, 0, 'one');
    for (const after of [1, 2, 3]) await send(chat, bobs, alice, after, `bobs ${after}`);
    expect(await send(chat, laptop, bob, 0, 'one')).toEqual(first);
    expect(await log()).toHaveLength(4);
  });

  test('in a frame with others keeps its place, and only the others are new', async () => {
    await send(chat, laptop, bob, 0, 'two');
    const { stored } = await send(chat, laptop, bob, 0, 'one', 'two', 'three');
    expect(seqs(stored)).toEqual([2, 1, 3]);
    expect(await texts()).toEqual(['two', 'one', 'three']);
  });

  test('is stored once although its put said no: the SDK had repeated it and met its own entry', async () => {
    let puts = 0;
    const meetsItself: EntriesStore['put'] = async (conversation, entry) => {
      puts += 1;
      await chat.entries.put(conversation, entry);
      return entry;
    };
    const { stored } = await sendWith({ put: meetsItself }, 0, 'one', 'two');
    expect(seqs(stored)).toEqual([1, 2]);
    expect(await texts()).toEqual(['one', 'two']);
    expect(puts).toBe(2);
  });

  test('was not stored before both lists led to it', async () => {
    const peers = {
      ...chat.peers,
      touch: async (person: string) => {
        if (person !== 'alice') throw new Error('The Lambda was cut off.');
      },
    };
    const broken = sendMessage({ ...chat, peers }, laptop.identity, frame(bob, 0, 'one'));
    await expect(broken).rejects.toThrow('cut off');
    expect(await texts()).toEqual([]);
    await send(chat, laptop, bob, 0, 'one');
    for (const [person, peer] of [
      ['alice', 'bob'],
      ['bob', 'alice'],
    ] as const) {
      expect((await chat.peers.list(person, { limit: 5 })).items).toMatchObject([{ peer }]);
    }
  });
});

describe('whoever meets somebody faster', () => {
  test('takes the next number, without reading again', async () => {
    let isFirst = true;
    let reads = 0;
    const counted: EntriesStore['from'] = async (...range) => {
      reads += 1;
      return chat.entries.from(...range);
    };
    const afterBob: EntriesStore['put'] = async (conversation, entry) => {
      if (isFirst) await bobTakes(entry);
      isFirst = false;
      return chat.entries.put(conversation, entry);
    };
    const { stored } = await sendWith({ put: afterBob, from: counted }, 0, 'one');
    expect(seqs(stored)).toEqual([2]);
    expect(await texts()).toEqual(['bobs-1', 'one']);
    expect(reads).toBe(1);
  });

  test('gives up after 16 times with nothing stored', async () => {
    const alwaysAfterBob: EntriesStore['put'] = async (conversation, entry) => {
      await bobTakes(entry);
      return chat.entries.put(conversation, entry);
    };
    await expect(sendWith({ put: alwaysAfterBob }, 0, 'one')).rejects.toMatchObject({ code: 'busy' });
    expect(await log()).toHaveLength(MAX_LOST_ROUNDS + 1);
    expect((await log()).filter(({ from }) => from === 'alice')).toEqual([]);
  });

  test('and has a part of a frame stored when giving up, finds that part when sending it again', async () => {
    const busyAfterOne: EntriesStore['put'] = async (conversation, entry) => {
      if (entry.clientId !== 'id-one') await bobTakes(entry);
      return chat.entries.put(conversation, entry);
    };
    await expect(sendWith({ put: busyAfterOne }, 0, 'one', 'two')).rejects.toMatchObject({ code: 'busy' });
    const { stored } = await send(chat, laptop, bob, 0, 'one', 'two');
    expect(seqs(stored)).toEqual([1, MAX_LOST_ROUNDS + 3]);
    expect((await texts()).filter((text) => !text.startsWith('bobs'))).toEqual(['one', 'two']);
  });
});

describe('after', () => {
  /** Has bob write so many messages. */
  const bobWrites = async (count: number) => {
    for (let after = 0; after < count; after += 1) await send(chat, bobs, alice, after, `bobs ${after + 1}`);
  };

  test.each([0, 1, 7])('may be 100 entries back, and no more: from %i on', async (after) => {
    await bobWrites(after + MAX_ENTRIES_BEHIND);
    await send(chat, laptop, bob, after, 'in time');
    await expect(send(chat, laptop, bob, after, 'late')).rejects.toMatchObject({
      code: 'behind',
      field: 'after',
    });
    expect((await texts()).slice(-2)).toEqual([`bobs ${after + MAX_ENTRIES_BEHIND}`, 'in time']);
  });

  test('may be an entry that a read which is not strong does not show yet', async () => {
    await bobWrites(3);
    const lags: EntriesStore['from'] = async (conversation, seq, limit, options) =>
      options?.strong ? chat.entries.from(conversation, seq, limit, options) : [];
    expect(seqs((await sendWith({ from: lags }, 3, 'one')).stored)).toEqual([4]);
  });

  test.each([
    [1, 0],
    [4, 3],
    [1_000_000, 3],
  ])('may not be %i in a log of %i: that would punch a hole', async (after, count) => {
    await bobWrites(count);
    const before = await log();
    await expect(send(chat, laptop, bob, after, 'one')).rejects.toMatchObject({
      code: 'unknown-after',
      field: 'after',
    });
    expect(await log()).toEqual(before);
  });
});

describe("other devices' trouble", () => {
  test('is not the sender’s: a push that throws, a connection that can not be forgotten', async () => {
    const phone = await connect(chat, alice, 'phone');
    chat.push.end(bobs.identity.connectionId);
    const push: MemoryChat['push'] = {
      ...chat.push,
      post: (id, pushed) =>
        id === phone.identity.connectionId ? Promise.reject(new Error('broken')) : chat.push.post(id, pushed),
    };
    const connections = { ...chat.connections, remove: () => Promise.reject(new Error('throttled')) };
    const tablet = await connect(chat, alice, 'tablet');
    const { stored } = await sendMessage(
      { ...chat, push, connections },
      laptop.identity,
      frame(bob, 0, 'one'),
    );
    expect(seqs(stored)).toEqual([1]);
    expect(tablet.pushed).toHaveLength(1);
    expect(chat.log.warnings).toHaveLength(2);
  });
});
