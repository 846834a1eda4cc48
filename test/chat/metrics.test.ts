import { beforeEach, describe, expect, test } from '@jest/globals';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import type { Push } from '../../lib/chat/connection-ports.ts';
import type { EntriesStore } from '../../lib/chat/ports.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { MessageEntry } from '../../lib/protocol/entries.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { connect, type Device, frame, PASSWORD, send, signUp } from './devices.ts';

const CONVERSATION = 'alice:bob';

/** Losses after which a send gives up: decided in lib/chat/append.ts. */
const MAX_LOST_ROUNDS = 16;

let chat: MemoryChat;
let laptop: Device;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob]) await signUp(chat, person);
  laptop = await connect(chat, alice, 'laptop');
  chat.metrics.read();
});

/** Has alice send to bob, who puts a message of his own before the first of hers so many times. */
async function sendAgainst(losses: number, ...texts: readonly string[]) {
  let left = losses;
  const put: EntriesStore['put'] = async (conversation, entry) => {
    if (left > 0) {
      left -= 1;
      const clientId = `bobs-${entry.seq}`;
      await chat.entries.put(conversation, {
        ...(entry as MessageEntry),
        from: 'bob',
        clientId,
        text: clientId,
      });
    }
    return chat.entries.put(conversation, entry);
  };
  return sendMessage(
    { ...chat, entries: { ...chat.entries, put } },
    laptop.identity,
    frame(bob, 0, ...texts),
  );
}

describe('storing', () => {
  test('two messages that nobody else sees yet takes two puts, and no push', async () => {
    await send(chat, laptop, bob, 0, 'one', 'two');
    expect(chat.metrics.read()).toEqual({ MessagesStored: 2, AppendRounds: 2 });
  });

  test('counts a put that lost its number to bob as well', async () => {
    await sendAgainst(1, 'one');
    expect(chat.metrics.read()).toEqual({ MessagesStored: 1, AppendRounds: 2 });
  });

  test('that gives up stores nothing, after all the puts that it may try', async () => {
    await expect(sendAgainst(Number.POSITIVE_INFINITY, 'one')).rejects.toMatchObject({ code: 'busy' });
    expect(chat.metrics.read()).toEqual({ AppendRounds: MAX_LOST_ROUNDS + 1 });
    expect(await chat.entries.from(CONVERSATION, 1, 100)).toHaveLength(MAX_LOST_ROUNDS + 1);
  });

  test('counts a message once that is sent again', async () => {
    await send(chat, laptop, bob, 0, 'one');
    chat.metrics.read();
    await send(chat, laptop, bob, 0, 'one', 'two');
    expect(chat.metrics.read()).toEqual({ MessagesStored: 1, AppendRounds: 1 });
  });
});

describe('pushing', () => {
  test('is counted by what comes of it: two devices have it, one is gone, one fails', async () => {
    const [phone, tablet] = [await connect(chat, bob, 'phone'), await connect(chat, alice, 'tablet')];
    const lost = await connect(chat, bob, 'lost');
    chat.push.end(lost.identity.connectionId);
    const broken = await connect(chat, bob, 'broken');
    chat.push.open(broken.identity.connectionId, () => {
      throw new Error('The socket is stuck.');
    });
    await send(chat, laptop, bob, 0, 'one', 'two');
    expect(chat.metrics.read()).toEqual({
      MessagesStored: 2,
      AppendRounds: 2,
      // One frame for both messages.
      PushesDelivered: 2,
      PushesGone: 1,
      PushesFailed: 1,
      StoredToPushed: 0,
    });
    expect([phone.pushed, tablet.pushed]).toMatchObject([[{}], [{}]]);
  });

  test('takes as long as until the last device has it that can be reached', async () => {
    await connect(chat, bob, 'phone');
    await connect(chat, bob, 'slow');
    await connect(chat, bob, 'hung');
    const ends = new Map([
      ['bob-phone', { afterMs: 10, outcome: 'delivered' }],
      ['bob-slow', { afterMs: 40, outcome: 'delivered' }],
      ['bob-hung', { afterMs: 500, outcome: 'failed' }],
    ] as const);
    const push: Push = {
      async post(connectionId) {
        const end = ends.get(connectionId as 'bob-phone');
        if (!end) throw new Error(`Nobody is ${connectionId}.`);
        // In the order of their ends.
        for (let turn = 0; turn < end.afterMs; turn += 1) await undefined;
        chat.clock.set(storedAt + end.afterMs);
        return end.outcome;
      },
      close: async () => 'gone',
    };
    const storedAt = chat.clock.now();
    await sendMessage({ ...chat, push }, laptop.identity, frame(bob, 0, 'one'));
    expect(chat.metrics.read()).toMatchObject({ PushesDelivered: 2, PushesFailed: 1, StoredToPushed: 40 });
  });

  test('that reaches nobody took no time', async () => {
    const phone = await connect(chat, bob, 'phone');
    chat.push.end(phone.identity.connectionId);
    await send(chat, laptop, bob, 0, 'one');
    expect(chat.metrics.read()).toEqual({ MessagesStored: 1, AppendRounds: 1, PushesGone: 1 });
  });
});

describe('logging in', () => {
  test.each([
    ['alice', 'the password of mallory'],
    ['nobody', PASSWORD],
    ['no name at all', PASSWORD],
  ])('is counted when it is refused: as %s with %s', async (name, password) => {
    await expect(logIn(chat, { name, password }, HERE)).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(chat.metrics.read()).toEqual({ LogInsRefused: 1 });
  });

  test('is not counted when it is not', async () => {
    await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
    expect(chat.metrics.read()).toEqual({});
  });
});
