import { beforeEach, describe, expect, test } from '@jest/globals';
import { changeSide } from '../../lib/chat/change-side.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import type { Person } from '../../lib/protocol/names.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob, mallory } from '../support/people.ts';
import { connect, type Device, frame, send, signUp } from './devices.ts';

const A_DAY = 3;
const ONCE_ACCEPTED = 6;
const DAY_MS = 24 * 60 * 60_000;

let chat: MemoryChat;
let phone: Device;
let strangers: Person[];

beforeEach(async () => {
  const whole = memoryChat();
  chat = {
    ...whole,
    throttleLimits: {
      ...whole.throttleLimits,
      newConversationsPerDay: A_DAY,
      newConversationsPerDayOnceAccepted: ONCE_ACCEPTED,
    },
  };
  await Promise.all([alice, bob, mallory].map((person) => signUp(chat, person)));
  strangers = Array.from({ length: 12 }, (_, i) => ({ name: `stranger-${i}`, displayName: `Stranger ${i}` }));
  for (const stranger of strangers) await signUp(chat, stranger);
  phone = await connect(chat, mallory);
});

/** How many of them mallory can write to. */
async function writtenTo(people: readonly Person[]): Promise<number> {
  let written = 0;
  for (const person of people) {
    try {
      await send(chat, phone, person, 0, 'Hello');
      written += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many-new-conversations' });
    }
  }
  return written;
}

const accept = async (by: Person, whom: Person) => {
  const device = await connect(chat, by);
  await changeSide(chat, device.identity, {
    action: 'change-side',
    id: 'f1',
    with: whom.name,
    accepted: true,
  });
};

describe('somebody whom nobody has accepted', () => {
  test('begins so many conversations, then one each time that a part of the day has passed', async () => {
    expect(await writtenTo(strangers)).toBe(A_DAY);
    await expect(send(chat, phone, strangers[5] as Person, 0, 'Hello')).rejects.toMatchObject({
      retryAfter: DAY_MS / A_DAY / 1_000,
    });
    chat.clock.advance(DAY_MS / A_DAY);
    expect(await writtenTo(strangers.slice(A_DAY))).toBe(1);
  });

  test('writes on where they have begun, to who wrote to them, and to themselves', async () => {
    expect(await writtenTo(strangers)).toBe(A_DAY);
    await send(chat, await connect(chat, alice), mallory, 0, 'Who are you?');
    await send(chat, phone, alice, 1, 'Mallory');
    await send(chat, phone, strangers[0] as Person, 1, 'Are you there?');
    await send(chat, phone, mallory, 0, 'A note');
  });

  test('who sends the same again, unanswered, is not counted again', async () => {
    for (let i = 0; i < 10; i += 1) await send(chat, phone, bob, 0, 'Hello');
    expect(await writtenTo(strangers)).toBe(A_DAY - 1);
  });
});

describe('a first message that the store could not take', () => {
  const failing = async () => {
    throw new Error('throttled');
  };

  test('is counted once, however often it is tried', async () => {
    const broken = { ...chat, entries: { ...chat.entries, put: failing } };
    for (let i = 0; i < 10; i += 1) {
      await expect(send(broken, phone, bob, 0, 'Hello')).rejects.toThrow('throttled');
    }
    await send(chat, phone, bob, 0, 'Hello');
    expect(await writtenTo(strangers)).toBe(A_DAY - 1);
  });

  test('is none that a side of one’s own could stand for: what is counted leads the other one to it', async () => {
    for (const stranger of strangers) {
      await changeSide(chat, phone.identity, {
        action: 'change-side',
        id: 'f1',
        with: stranger.name,
        pinned: true,
      });
    }
    expect(await writtenTo(strangers)).toBe(A_DAY);
  });
});

describe('somebody whose request was accepted', () => {
  test('begins more, from that moment on', async () => {
    expect(await writtenTo([bob, ...strangers])).toBe(A_DAY);
    await accept(bob, mallory);
    expect(await writtenTo(strangers)).toBe(A_DAY - 1 + ONCE_ACCEPTED);
  });

  test('is one who has sent a request: nobody can be accepted who has not asked', async () => {
    await accept(bob, mallory);
    expect(await writtenTo(strangers)).toBe(A_DAY);
  });
});

test('a message to somebody whom one has written to costs nothing of it', async () => {
  await send(chat, phone, bob, 0, 'Hello');
  const meter = metered(chat);
  await sendMessage(meter.ports, phone.identity, frame(bob, 1, 'Hello again'));
  expect(Object.keys(meter.read()).filter((call) => /^(throttle|preferences)\./.test(call))).toEqual([]);
});
