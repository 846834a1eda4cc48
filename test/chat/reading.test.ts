import { beforeEach, describe, expect, test } from '@jest/globals';
import { changeSide } from '../../lib/chat/change-side.ts';
import { mark } from '../../lib/chat/mark.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { react } from '../../lib/chat/react.ts';
import { listConversations, listPeople, readEntries } from '../../lib/chat/reading.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import {
  CONVERSATIONS_PER_PAGE,
  ENTRIES_PER_PAGE,
  PEOPLE_PER_PAGE,
  RECENT_ENTRIES,
} from '../../lib/protocol/limits.ts';
import type { Person } from '../../lib/protocol/names.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob, carol, mallory, NAMES_OF_PROPERTIES } from '../support/people.ts';
import { connect, type Device, send, signUp } from './devices.ts';

const HOUR_MS = 60 * 60_000;

let chat: MemoryChat;
let laptop: Device;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob, carol, mallory]) await signUp(chat, person);
  laptop = await connect(chat, alice, 'laptop');
});

/** Has alice write so many messages to somebody, whose texts are their numbers. */
async function write(to: Person, count: number, after = 0): Promise<void> {
  for (let seq = after + 1; seq <= after + count; seq += 1) await send(chat, laptop, to, seq - 1, `${seq}`);
}

const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);

/** A conversation that has not begun. */
const NOTHING_WRITTEN = {
  entries: [],
  more: false,
  side: { received: 0, read: 0, readMessages: 0 },
  theirs: { received: 0, read: 0 },
};

/** The numbers from the first to the last, both included. */
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('people', () => {
  test('are listed by name, those alone whose name begins with the prefix', async () => {
    expect(await listPeople(chat, { prefix: '' })).toEqual({ people: [alice, bob, carol, mallory] });
    expect(await listPeople(chat, { prefix: 'ca' })).toEqual({ people: [carol] });
    expect(await listPeople(chat, { prefix: 'dave' })).toEqual({ people: [] });
  });

  test('come 50 a page, and the next page goes on where one ended', async () => {
    const crowd = range(1, PEOPLE_PER_PAGE + 5).map((n) => `crowd-${String(n).padStart(3, '0')}`);
    for (const name of crowd) await signUp(chat, { name, displayName: name });
    const first = await listPeople(chat, { prefix: 'crowd' });
    const second = await listPeople(chat, { prefix: 'crowd', cursor: first.next });
    expect(PEOPLE_PER_PAGE).toBe(50);
    expect(first.people.map(({ name }) => name)).toEqual(crowd.slice(0, PEOPLE_PER_PAGE));
    expect(second.people.map(({ name }) => name)).toEqual(crowd.slice(PEOPLE_PER_PAGE));
    expect(second).not.toHaveProperty('next');
  });
});

describe('the list of conversations', () => {
  test('is empty for somebody who has none', async () => {
    expect(await listConversations(chat, 'alice')).toEqual({ conversations: [] });
  });

  test('has a conversation for both people, each with the other, and for nobody else', async () => {
    await write(bob, 1);
    const [withBob] = (await listConversations(chat, 'alice')).conversations;
    const [withAlice] = (await listConversations(chat, 'bob')).conversations;
    expect(withBob).toMatchObject({ with: bob, entries: [{ seq: 1, from: 'alice', text: '1' }] });
    expect(withAlice).toMatchObject({ with: alice, entries: withBob?.entries });
    expect(await listConversations(chat, 'carol')).toEqual({ conversations: [] });
  });

  test('has the latest active first, to the hour', async () => {
    await write(bob, 1);
    chat.clock.advance(HOUR_MS);
    await write(carol, 1);
    const order = async () =>
      (await listConversations(chat, 'alice')).conversations.map(({ with: { name } }) => name);
    expect(await order()).toEqual(['carol', 'bob']);
    chat.clock.advance(HOUR_MS);
    await write(bob, 1, 1);
    expect(await order()).toEqual(['bob', 'carol']);
    chat.clock.advance(HOUR_MS);
    const thumb = { action: 'react', id: 'f1', clientId: 'thumb', target: 1, emoji: '👍' } as const;
    await react(chat, laptop.identity, { ...thumb, with: 'carol', after: 1 });
    expect(await order()).toEqual(['carol', 'bob']);
  });

  test('has the newest 20 entries of each, ascending', async () => {
    await write(bob, RECENT_ENTRIES + 5);
    const [conversation] = (await listConversations(chat, 'alice')).conversations;
    expect(RECENT_ENTRIES).toBe(20);
    expect(seqs(conversation?.entries ?? [])).toEqual(range(6, 25));
  });

  test('comes 20 a page, and the next page goes on where one ended', async () => {
    const crowd = range(1, CONVERSATIONS_PER_PAGE + 5).map((n) => ({
      name: `crowd-${n}`,
      displayName: `${n}`,
    }));
    for (const person of crowd) {
      await signUp(chat, person);
      await write(person, 1);
      chat.clock.advance(HOUR_MS);
    }
    const first = await listConversations(chat, 'alice');
    const second = await listConversations(chat, 'alice', { cursor: first.next });
    expect(first.conversations).toHaveLength(CONVERSATIONS_PER_PAGE);
    expect([...first.conversations, ...second.conversations].map((each) => each.with)).toEqual(
      crowd.toReversed(),
    );
    expect(second).not.toHaveProperty('next');
  });

  test('shows a person without a profile by the name, so that the conversation is not lost', async () => {
    await write(bob, 1);
    const people = { ...chat.people, findAll: async () => [] };
    const { conversations } = await listConversations({ ...chat, people }, 'alice');
    expect(conversations).toMatchObject([{ with: { name: 'bob', displayName: 'bob' } }]);
  });

  test('leaves out one without an entry', async () => {
    await chat.peers.touch('alice', 'bob', chat.clock.now());
    expect(await listConversations(chat, 'alice')).toEqual({ conversations: [] });
  });

  test.each(NAMES_OF_PROPERTIES)('has one with %s like any other', async (name) => {
    const person = { name, displayName: `Called ${name}` };
    await signUp(chat, person);
    await write(person, 1);
    expect((await listConversations(chat, 'alice')).conversations).toMatchObject([{ with: person }]);
    expect((await listConversations(chat, name)).conversations).toMatchObject([{ with: alice }]);
  });
});

describe('the entries of a conversation', () => {
  const LAST = 2 * ENTRIES_PER_PAGE + 5;

  test.each([
    ['the newest, if nothing is said', {}, range(56, LAST), true],
    ['the first behind 0', { after: 0 }, range(1, 50), true],
    ['the first behind a number', { after: 10 }, range(11, 60), true],
    ['just as many as there are behind it', { after: 55 }, range(56, LAST), false],
    ['the one that is left', { after: LAST - 1 }, [LAST], false],
    ['none behind the last', { after: LAST }, [], false],
    ['the last before a number', { before: 70 }, range(20, 69), true],
    ['just as many as there are before it', { before: 51 }, range(1, 50), false],
    ['the few before it', { before: 3 }, [1, 2], false],
    ['none before the first', { before: 1 }, [], false],
  ])('are %s: %j', async (_, query, expected, more) => {
    await write(bob, LAST);
    const page = await readEntries(chat, 'alice', { with: 'bob', ...query });
    expect(seqs(page.entries)).toEqual(expected);
    expect(page.more).toBe(more);
  });

  test('are the same for both people', async () => {
    await write(bob, 3);
    const read = await readEntries(chat, 'alice', { with: 'bob', after: 0 });
    expect(await readEntries(chat, 'bob', { with: 'alice', after: 0 })).toEqual(read);
  });

  test('are out of reach for everybody else', async () => {
    await write(bob, 3);
    for (const other of ['alice', 'bob']) {
      expect(await readEntries(chat, 'mallory', { with: other })).toEqual(NOTHING_WRITTEN);
    }
  });

  test('are read strongly when asked for behind a number: whoever fills a hole must not be told there is none', async () => {
    await write(bob, 2);
    const entries = { ...chat.entries };
    entries.from = async (conversation, seq, limit, options) =>
      options?.strong ? chat.entries.from(conversation, seq, limit, options) : [];
    const page = await readEntries({ ...chat, entries }, 'alice', { with: 'bob', after: 0 });
    expect(seqs(page.entries)).toEqual([1, 2]);
  });

  test('are none with somebody whom one has not written to yet', async () => {
    expect(await readEntries(chat, 'alice', { with: 'carol' })).toEqual(NOTHING_WRITTEN);
  });

  test('are refused with somebody whom there is not', async () => {
    await expect(readEntries(chat, 'alice', { with: 'nobody' })).rejects.toMatchObject({
      code: 'unknown-person',
    });
  });

  test('come with both sides where they begin, as the list has them: it may be far down that list', async () => {
    await write(bob, 3);
    const bobs = await connect(chat, bob, 'phone');
    await changeSide(chat, bobs.identity, {
      action: 'change-side',
      id: 's',
      with: 'alice',
      accepted: true,
      star: [2],
    });
    await mark(chat, bobs.identity, { action: 'mark', id: 'm', with: 'alice', read: 2 });
    const [listed] = (await listConversations(chat, 'bob')).conversations;
    expect(await readEntries(chat, 'bob', { with: 'alice' })).toMatchObject({
      side: { received: 2, read: 2, readMessages: 2, starred: [2] },
      theirs: listed?.theirs,
    });
    expect(await readEntries(chat, 'alice', { with: 'bob' })).toMatchObject({
      side: { read: 0 },
      theirs: { received: 2, read: 2 },
    });
    await changePreferences(chat, bobs.identity, {
      action: 'change-preferences',
      id: 'p',
      readReceipts: false,
    });
    expect(await readEntries(chat, 'alice', { with: 'bob' })).toMatchObject({
      theirs: { received: 2, read: 0 },
    });
  });

  test('come without the sides further on or further up: who asks for those knows them', async () => {
    await write(bob, 3);
    for (const place of [{ after: 0 }, { before: 3 }]) {
      expect(Object.keys(await readEntries(chat, 'bob', { with: 'alice', ...place }))).toEqual([
        'entries',
        'more',
      ]);
    }
  });

  test('say that it is a request, and leave out what was written while its sender was blocked', async () => {
    await write(bob, 1);
    expect(await readEntries(chat, 'bob', { with: 'alice' })).toMatchObject({ side: { request: true } });
    const bobs = await connect(chat, bob, 'phone');
    await changeSide(chat, bobs.identity, { action: 'change-side', id: 's', with: 'alice', blocked: true });
    await write(bob, 1, 1);
    const page = await readEntries(chat, 'bob', { with: 'alice' });
    expect(page.side?.blocked).toBe(true);
    expect(page.entries).toMatchObject([{ text: '1' }, { text: '', gone: 'blocked' }]);
  });
});
