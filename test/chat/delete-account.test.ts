import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { changePicture } from '../../lib/chat/accounts/change-picture.ts';
import { deleteAccount } from '../../lib/chat/accounts/delete-account.ts';
import { eraseAccount, eraseAccounts, SETTLED_AFTER_MS } from '../../lib/chat/accounts/erase-account.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { changeSide } from '../../lib/chat/change-side.ts';
import { conversationOf } from '../../lib/chat/conversation.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import type { Chat } from '../../lib/chat/ports.ts';
import { react } from '../../lib/chat/react.ts';
import { describe as described, readEntries } from '../../lib/chat/reading.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob, carol } from '../support/people.ts';
import { png } from '../support/pictures.ts';
import { HERE } from '../support/sessions.ts';
import { connect, type Device, PASSWORD, send, signUp } from './devices.ts';

let chat: MemoryChat;
let session: Session;
let phone: Device;
let bobs: Device;

/** Bob and alice have written to each other, and she has written to carol and to herself. */
beforeEach(async () => {
  chat = memoryChat();
  session = await signUp(chat, alice);
  await Promise.all([signUp(chat, bob), signUp(chat, carol)]);
  [phone, bobs] = [await connect(chat, alice), await connect(chat, bob)];
  await send(chat, phone, bob, 0, 'by alice 1');
  await send(chat, bobs, alice, 1, 'by bob 2');
  const about = { with: 'bob', id: 'f2' } as const;
  await editMessage(chat, phone.identity, {
    ...about,
    action: 'edit-message',
    after: 2,
    clientId: 'e1',
    target: 1,
    text: 'by alice 3',
  });
  await react(chat, phone.identity, {
    ...about,
    action: 'react',
    after: 3,
    clientId: 'r1',
    target: 2,
    emoji: '🐘',
  });
  await send(chat, phone, carol, 0, 'by alice to carol');
  await send(chat, phone, alice, 0, 'by alice to herself');
});

const leave = (ports: Chat = chat) => deleteAccount(ports, session, { password: PASSWORD });
const later = () => {
  chat.clock.advance(SETTLED_AFTER_MS);
  return eraseAccounts(chat, Number.MAX_SAFE_INTEGER);
};
const logOf = (one: string, other: string) => chat.entries.from(conversationOf(one, other), 1, 1_000);
const GONE = { name: 'alice', displayName: 'Deleted account', gone: true };

describe('when alice deletes her account', () => {
  test('she has to give her password, and nothing happens with a wrong one', async () => {
    await expect(deleteAccount(chat, session, { password: 'another one' })).rejects.toMatchObject({
      code: 'wrong-credentials',
      field: 'password',
    });
    expect(await requireSession(chat, session)).toMatchObject({ person: 'alice' });
    expect(await logOf('alice', 'bob')).toHaveLength(4);
  });

  test('her sessions end, her sockets close, and nobody can log in as her or take her name', async () => {
    await leave();
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await chat.push.post(phone.identity.connectionId, { action: 'typing', with: 'bob' })).toBe('gone');
    const credentials = { name: 'alice', password: PASSWORD };
    await expect(logIn(chat, credentials, HERE)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(register(chat, credentials, HERE)).rejects.toMatchObject({ code: 'name-taken' });
    await later();
    await expect(logIn(chat, credentials, HERE)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(register(chat, credentials, HERE)).rejects.toMatchObject({ code: 'name-taken' });
  });

  test('what she has said is gone from the logs, in which her departure is the last entry; what bob has said is there', async () => {
    await leave();
    expect(await logOf('alice', 'bob')).toEqual([
      expect.objectContaining({ kind: 'message', from: 'alice', text: '', gone: 'deleted' }),
      expect.objectContaining({ kind: 'message', from: 'bob', text: 'by bob 2' }),
      expect.objectContaining({ kind: 'edit', from: 'alice', text: '', gone: 'deleted' }),
      expect.objectContaining({ kind: 'reaction', from: 'alice', emoji: null }),
      expect.objectContaining({ kind: 'departure', from: 'alice', seq: 5, messages: 2 }),
    ]);
    for (const peer of ['alice', 'carol']) {
      expect(await logOf('alice', peer)).toMatchObject([{ text: '' }, { kind: 'departure', seq: 2 }]);
    }
  });

  test('bob’s open page is told, and sees nobody there; he can read, and put away, but not write', async () => {
    await leave();
    expect(bobs.pushed.at(-1)).toMatchObject({
      action: 'entries',
      with: 'alice',
      entries: [{ kind: 'departure', from: 'alice' }],
    });
    const [conversation] = await described(chat, 'bob', ['alice']);
    expect(conversation?.with).toEqual(GONE);
    const { entries } = await readEntries(chat, 'bob', { with: 'alice' });
    expect(entries).toHaveLength(5);
    for (const after of [0, 2, 5]) {
      await expect(send(chat, bobs, alice, after, `too late ${after}`)).rejects.toMatchObject({
        code: 'person-gone',
      });
    }
    await changeSide(chat, bobs.identity, { action: 'change-side', id: 'f', with: 'alice', archived: true });
    await signUp(chat, { name: 'dave', displayName: 'Dave' });
    const daves = await connect(chat, { name: 'dave', displayName: 'Dave' });
    await expect(send(chat, daves, alice, 0, 'hello?')).rejects.toMatchObject({ code: 'person-gone' });
  });

  test('bob’s phone that was away finds the conversation at the top of the list, where it catches up', async () => {
    await send(chat, bobs, carol, 0, 'much later');
    chat.clock.advance(24 * 60 * 60_000);
    session = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
    await leave();
    const { items } = await chat.peers.list('bob', { limit: 5 });
    expect(items.map(({ peer }) => peer)).toEqual(['alice', 'carol']);
  });

  test('nothing is left of her but the name, a while later', async () => {
    const bytes = new Uint8Array(png(9, 9));
    await changePicture(chat, session, { picture: bytes });
    await leave();
    expect(await chat.pictures.find('alice')).toBeUndefined();
    expect(await eraseAccount(chat, 'alice', Number.MAX_SAFE_INTEGER)).toBe(false);
    await later();
    expect(await chat.erasure.leaving('alice')).toBeUndefined();
    expect(await chat.people.findAll(['alice'])).toEqual([GONE]);
    expect(await chat.peers.list('alice', { limit: 5 })).toEqual({ items: [] });
  });

  test('a session of hers that is still believed in gets nothing', async () => {
    await leave();
    await expect(bootstrap(chat, session, '/socket')).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('and bob does too, one departure is enough for the two of them', async () => {
    const bobsSession = (await logIn(chat, { name: 'bob', password: PASSWORD }, HERE)).session;
    await Promise.all([leave(), deleteAccount(chat, bobsSession, { password: PASSWORD })]);
    await later();
    const log = await logOf('alice', 'bob');
    expect(log.filter(({ kind }) => kind === 'departure')).toHaveLength(1);
    expect(log.map((entry) => ('text' in entry ? entry.text : ''))).toEqual(['', '', '', '', '']);
    for (const name of ['alice', 'bob']) {
      expect(await chat.peers.list(name, { limit: 5 })).toEqual({ items: [] });
      expect(await chat.erasure.leaving(name)).toBeUndefined();
    }
  });
});

describe('a message that is just being sent', () => {
  /** Does something when a function of a port is called for the first time. */
  const interrupted = (port: 'entries' | 'peers', name: string, work: () => Promise<void>): Chat => {
    let hasRun = false;
    const real = chat[port];
    const before = async (...values: unknown[]) => {
      if (!hasRun) {
        hasRun = true;
        await work();
      }
      return (real as unknown as Record<string, (...values: unknown[]) => unknown>)[name]?.(...values);
    };
    return { ...chat, [port]: { ...real, [name]: before } };
  };
  const texts = async (one: string, other: string) =>
    (await logOf(one, other)).map((entry) => ('text' in entry ? entry.text : '')).join('');

  test('by alice comes too late for a log that she has left', async () => {
    const slow = interrupted('entries', 'put', () => leave());
    await expect(send(slow as MemoryChat, phone, bob, 4, 'in that moment')).rejects.toMatchObject({
      code: 'person-gone',
    });
    await later();
    expect(await texts('alice', 'bob')).toBe('by bob 2');
  });

  test('by alice to somebody new does not survive either', async () => {
    const dave = { name: 'dave', displayName: 'Dave' };
    await signUp(chat, dave);
    for (const [port, name] of [
      ['peers', 'touch'],
      ['entries', 'put'],
    ] as const) {
      const slow = interrupted(port, name, () => leave());
      await send(slow as MemoryChat, phone, dave, 0, 'in that moment').catch(() => {});
      await later();
      expect(await texts('alice', 'dave')).toBe('');
    }
  });

  test('by bob is refused, or is there as all that he has written', async () => {
    const slow = interrupted('entries', 'put', () => leave());
    await expect(send(slow as MemoryChat, bobs, alice, 4, 'in that moment')).rejects.toMatchObject({
      code: 'person-gone',
    });
    expect((await logOf('alice', 'bob')).at(-1)).toMatchObject({ kind: 'departure' });
  });
});

describe('erasing that is ended anywhere', () => {
  const MOST_CALLS = 200;

  /** A chat of which one call to what is kept fails, and says whether it has come to that. */
  function failingAt(call: number): { readonly ports: Chat; readonly hasFailed: () => boolean } {
    let calls = 0;
    const failing = (port: object): object =>
      new Proxy(port, {
        get(target, name) {
          const real = Reflect.get(target, name) as unknown;
          if (typeof real !== 'function') return real;
          return (...values: unknown[]) => {
            calls += 1;
            if (calls === call) return Promise.reject(new Error('The database is away.'));
            return (real as (...values: unknown[]) => unknown)(...values);
          };
        },
      });
    const kept = [
      'erasure',
      'peers',
      'entries',
      'people',
      'sessions',
      'connections',
      'pushSubscriptions',
    ] as const;
    const ports = { ...chat, ...Object.fromEntries(kept.map((name) => [name, failing(chat[name])])) };
    return { ports, hasFailed: () => calls >= call };
  }

  test('comes to the same end when it is done again, at whichever call it was', async () => {
    await chat.erasure.begin('alice', chat.clock.now());
    let call = 1;
    for (; call < MOST_CALLS; call += 1) {
      const { ports, hasFailed } = failingAt(call);
      await eraseAccount(ports, 'alice', Number.MAX_SAFE_INTEGER).catch(() => {});
      if (!hasFailed()) break;
    }
    expect(call).toBeGreaterThan(10);
    expect(call).toBeLessThan(MOST_CALLS);
    await later();
    const log = await logOf('alice', 'bob');
    expect(log.filter(({ kind }) => kind === 'departure')).toHaveLength(1);
    expect(log.flatMap((entry) => ('text' in entry ? entry.text : []))).toEqual(['', 'by bob 2', '']);
    expect(await chat.erasure.leaving('alice')).toBeUndefined();
    expect(await chat.peers.list('alice', { limit: 5 })).toEqual({ items: [] });
  });

  test('goes on in a long log where it was, and not from its beginning', async () => {
    const conversation = conversationOf('alice', 'bob');
    const [first] = await logOf('alice', 'bob');
    for (let seq = 5; seq <= 450; seq += 1) {
      await chat.entries.put(conversation, { ...first, seq, clientId: `c${seq}`, text: 'x' } as never);
    }
    await chat.erasure.begin('alice', chat.clock.now());
    let rounds = 0;
    // Each has time for nothing but the least.
    while (!(await eraseAccount(chat, 'alice', 0)) && rounds < 20) {
      rounds += 1;
      if ((await chat.peers.list('alice', { limit: 5 })).items.length === 0) break;
    }
    expect(rounds).toBeGreaterThan(3);
    expect(rounds).toBeLessThan(8);
    expect((await logOf('alice', 'bob')).filter((it) => 'text' in it && it.text !== '')).toHaveLength(1);
  });
});
