import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { closeConnection, holdConnection } from '../../lib/chat/connecting.ts';
import type { EntriesStore } from '../../lib/chat/ports.ts';
import { listConversations, readEntries } from '../../lib/chat/reading.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { LEASE_MS, MAX_ENTRIES_BEHIND } from '../../lib/protocol/limits.ts';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob, carol } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { entriesIn, textsOf } from '../support/texts.ts';

const HOUR_MS = 60 * 60_000;

let chat: MemoryChat;
let sessions: Map<string, Session>;

beforeEach(async () => {
  chat = memoryChat();
  sessions = new Map();
  for (const person of [alice, bob, carol]) {
    const { session } = await register(chat, { ...person, password: 'a password for the test' }, HERE);
    sessions.set(person.name, session);
  }
});

/** An open socket of somebody. */
interface Device {
  readonly person: string;
  readonly connectionId: string;
  readonly session: string;
  readonly received: PushedFrame[];
}

async function deviceOf({ name }: { name: string }, connectionId = `device of ${name}`): Promise<Device> {
  const received: PushedFrame[] = [];
  const device = { person: name, connectionId, session: sessions.get(name)?.id ?? '', received };
  chat.push.open(connectionId, (frame) => received.push(frame));
  await holdConnection(chat, device);
  return device;
}

function send(from: Device, to: { name: string }, after: number, ...texts: string[]) {
  const messages = texts.map((text) => ({ clientId: `id of ${text}`, text }));
  return sendMessage(chat, from, { action: 'send-message', id: 'f1', to: to.name, after, messages });
}

const receivedBy = ({ received }: Device) => entriesIn(received).map(({ entries }) => textsOf(entries));

async function log(): Promise<string[]> {
  const { entries } = await readEntries(chat, alice.name, { with: bob.name, after: 0 });
  return textsOf(entries);
}

describe('a message from alice to bob', () => {
  test('goes to every live device of both, but for the one that sent it, under the name of the other', async () => {
    const laptop = await deviceOf(alice, 'laptop');
    const phone = await deviceOf(alice, 'phone');
    const [bobs, carols] = [await deviceOf(bob), await deviceOf(carol)];
    const answer = await send(laptop, bob, 0, 'one', 'two');

    expect(answer).toMatchObject({
      action: 'stored',
      id: 'f1',
      with: 'bob',
      stored: [{ seq: 1 }, { seq: 2 }],
    });
    expect(receivedBy(phone)).toEqual([['one', 'two']]);
    expect(phone.received[0]).toMatchObject({ with: 'bob' });
    expect(receivedBy(bobs)).toEqual([['one', 'two']]);
    expect(bobs.received[0]).toMatchObject({ with: 'alice' });
    expect([laptop, carols].flatMap(receivedBy)).toEqual([]);
  });

  test('does not go to a device whose lease has ended, and does once it has pinged again', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    chat.clock.advance(LEASE_MS);
    await send(laptop, bob, 0, 'while it is not live');
    await holdConnection(chat, bobs);
    await send(laptop, bob, 1, 'when it is again');
    expect(receivedBy(bobs)).toEqual([['when it is again']]);
  });

  test('does not go to a device that has disconnected', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    await closeConnection(chat, bobs);
    await send(laptop, bob, 0, 'one');
    expect(receivedBy(bobs)).toEqual([]);
  });

  test('makes a connection that is gone forgotten', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    chat.push.end(bobs.connectionId);
    await send(laptop, bob, 0, 'one');
    expect(await chat.connections.live(bob.name, chat.clock.now())).toEqual([]);
  });

  test('is stored although a push fails, which is written down without the text', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    const ports = { ...chat, push: { post: async () => 'failed' as const } };
    const messages = [{ clientId: 'id', text: 'a secret' }];
    await sendMessage(ports, laptop, { action: 'send-message', id: 'f', to: 'bob', after: 0, messages });
    expect(await log()).toEqual(['a secret']);
    expect(chat.log.warnings).toHaveLength(1);
    expect(JSON.stringify(chat.log.warnings)).toContain(bobs.connectionId);
    expect(JSON.stringify(chat.log.warnings)).not.toContain('secret');
    expect(await chat.connections.live(bob.name, chat.clock.now())).toHaveLength(1);
  });

  test('is pushed again when it is sent again: the first try may have ended before the push', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    const first = await send(laptop, bob, 0, 'one');
    const second = await send(laptop, bob, 0, 'one');
    expect(second).toEqual(first);
    expect(receivedBy(bobs)).toEqual([['one'], ['one']]);
    expect(await log()).toEqual(['one']);
  });

  test('is told from one of bob’s with the same clientId', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    await send(laptop, bob, 0, 'same');
    await send(bobs, alice, 0, 'same');
    expect(await log()).toEqual(['same', 'same']);
  });

  test('never is earlier than the one before it, though this machine’s clock is behind', async () => {
    const laptop = await deviceOf(alice);
    const { stored: first } = await send(laptop, bob, 0, 'one');
    chat.clock.set(chat.clock.now() - HOUR_MS);
    await holdConnection(chat, laptop);
    const { stored: second } = await send(laptop, bob, 1, 'two');
    expect(second[0]?.at).toBe(first[0]?.at);
  });
});

describe('a note of alice to herself', () => {
  test('is a message like any other, which her other devices get once', async () => {
    const [laptop, phone] = [await deviceOf(alice, 'laptop'), await deviceOf(alice, 'phone')];
    await send(laptop, alice, 0, 'milk');
    expect(receivedBy(phone)).toEqual([['milk']]);
    const { conversations } = await listConversations(chat, alice.name);
    expect(conversations).toMatchObject([{ with: alice, entries: [{ text: 'milk' }] }]);
    expect(conversations[0]?.side).not.toHaveProperty('request');
  });
});

describe('an answer to a message', () => {
  const answerTo = (laptop: Device, after: number, replyTo: number) =>
    sendMessage(chat, laptop, {
      action: 'send-message',
      id: 'f1',
      to: bob.name,
      after,
      messages: [{ clientId: `answer to ${replyTo}`, text: 'yes', replyTo }],
    });

  test('says which, and costs no look-up', async () => {
    const laptop = await deviceOf(alice);
    await send(laptop, bob, 0, 'one', 'two');
    const meter = metered(chat);
    await sendMessage(meter.ports, laptop, {
      action: 'send-message',
      id: 'f1',
      to: bob.name,
      after: 2,
      messages: [{ clientId: 'c', text: 'yes', replyTo: 1 }],
    });
    expect(meter.read()).not.toHaveProperty(['entries.find']);
    const { entries } = await readEntries(chat, alice.name, { with: bob.name, after: 2 });
    expect(entries).toMatchObject([{ kind: 'message', text: 'yes', replyTo: 1 }]);
  });

  test('is refused if that is beyond the end of the log', async () => {
    const laptop = await deviceOf(alice);
    await send(laptop, bob, 0, 'one');
    const refused = { code: 'unknown-entry', field: 'messages.0.replyTo' };
    await expect(answerTo(laptop, 1, 2)).rejects.toMatchObject(refused);
    expect(await log()).toEqual(['one']);
  });
});

test('an answer is not refused because a stale read has left out what it answers', async () => {
  const laptop = await deviceOf(alice);
  await send(laptop, bob, 0, 'one');
  const from: typeof chat.entries.from = async (conversation, seq, limit, options) =>
    options?.strong ? chat.entries.from(conversation, seq, limit, options) : [];
  const messages = [{ clientId: 'answer', text: 'yes', replyTo: 1 }];
  const entries = { ...chat.entries, from };
  const sent = { action: 'send-message', id: 'f1', to: bob.name, after: 0, messages } as const;
  await sendMessage({ ...chat, entries }, laptop, sent);
  expect(await log()).toEqual(['one', 'yes']);
});

describe('nothing is stored of what is sent', () => {
  test.each([
    ['to nobody', 'nobody', 0, 'unknown-person'],
    ['behind an entry that there is not', 'bob', 7, 'unknown-after'],
  ])('%s', async (_, to, after, code) => {
    const laptop = await deviceOf(alice);
    await expect(send(laptop, { name: to }, after, 'one')).rejects.toMatchObject({ code });
    expect(await log()).toEqual([]);
    expect((await listConversations(chat, alice.name)).conversations).toEqual([]);
  });

  test('by somebody who is more than a hundred entries behind', async () => {
    const laptop = await deviceOf(alice);
    const count = MAX_ENTRIES_BEHIND + 1;
    for (let after = 0; after < count; after += 1) await send(laptop, bob, after, `${after + 1}`);
    await expect(send(laptop, bob, 0, 'late')).rejects.toMatchObject({ code: 'behind', field: 'after' });
    expect(await send(laptop, bob, 1, 'just in time')).toMatchObject({ stored: [{ seq: count + 1 }] });
  });

  test('while others are always faster', async () => {
    const laptop = await deviceOf(alice);
    const put: EntriesStore['put'] = async (_, entry) => ({
      ...entry,
      from: 'bob',
      clientId: `bobs-${entry.seq}`,
    });
    const entries = { ...chat.entries, put };
    const messages = [{ clientId: 'id', text: 'one' }];
    const frame = { action: 'send-message', id: 'f', to: 'bob', after: 0, messages } as const;
    await expect(sendMessage({ ...chat, entries }, laptop, frame)).rejects.toMatchObject({ code: 'busy' });
  });
});

describe('the list of conversations', () => {
  test('is not turned back by a message that is sent again', async () => {
    const [laptop, bobs] = [await deviceOf(alice), await deviceOf(bob)];
    await send(laptop, bob, 0, 'one');
    chat.clock.advance(HOUR_MS);
    await send(laptop, carol, 0, 'to carol');
    chat.clock.advance(HOUR_MS);
    await send(bobs, alice, 1, 'two');
    await send(laptop, bob, 0, 'one');
    const { conversations } = await listConversations(chat, alice.name);
    expect(conversations.map((conversation) => conversation.with.name)).toEqual(['bob', 'carol']);
  });
});

describe('what a message costs', () => {
  const HELLO = { action: 'send-message', id: 'f', to: 'bob' } as const;

  test('in a conversation that goes on: one write, one read of the log, one of each person’s devices', async () => {
    const laptop = await deviceOf(alice);
    await deviceOf(bob);
    await send(laptop, bob, 0, 'one');
    const { ports, read } = metered(chat);
    await sendMessage(ports, laptop, { ...HELLO, after: 1, messages: [{ clientId: 'c2', text: 'two' }] });
    const { 'clock.now': _, 'metrics.add': __, ...calls } = read();
    expect(calls).toEqual({ 'entries.from': 1, 'entries.put': 1, 'connections.live': 2, 'push.post': 1 });
  });

  test('to somebody who is not there: a look at which of their devices want to know, and nothing else', async () => {
    const laptop = await deviceOf(alice);
    await send(laptop, bob, 0, 'one');
    const { ports, read } = metered(chat);
    await sendMessage(ports, laptop, { ...HELLO, after: 1, messages: [{ clientId: 'c2', text: 'two' }] });
    const { 'clock.now': _, 'metrics.add': __, ...calls } = read();
    const usual = { 'entries.from': 1, 'entries.put': 1, 'connections.live': 2 };
    expect(calls).toEqual({ ...usual, 'pushSubscriptions.of': 1 });
  });

  test('that begins one, or an hour of one: a touch of both people’s lists more', async () => {
    const laptop = await deviceOf(alice);
    const { ports, read } = metered(chat);
    await sendMessage(ports, laptop, { ...HELLO, after: 0, messages: [{ clientId: 'c1', text: 'one' }] });
    expect(read()).toMatchObject({ 'entries.put': 1, 'peers.touch': 2, 'people.findAll': 1 });

    chat.clock.advance(HOUR_MS);
    await sendMessage(ports, laptop, { ...HELLO, after: 1, messages: [{ clientId: 'c2', text: 'two' }] });
    expect(read()).toMatchObject({ 'entries.put': 1, 'peers.touch': 2 });
    const messages = [{ clientId: 'c3', text: 'three' }];
    await sendMessage(ports, laptop, { ...HELLO, after: 2, messages });
    expect(read()).not.toHaveProperty(['peers.touch']);
  });

  test('ten of them in one frame: a write each, and one of all the rest', async () => {
    const laptop = await deviceOf(alice);
    await send(laptop, bob, 0, 'one');
    const { ports, read } = metered(chat);
    const messages = Array.from({ length: 10 }, (_, i) => ({ clientId: `c${i}`, text: `${i}` }));
    await sendMessage(ports, laptop, { ...HELLO, after: 1, messages });
    expect(read()).toMatchObject({ 'entries.from': 1, 'entries.put': 10, 'connections.live': 2 });
  });
});
