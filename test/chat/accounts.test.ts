import { beforeEach, describe, expect, test } from '@jest/globals';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { requireSession, SESSION_LIFETIME_MS } from '../../lib/chat/accounts/sessions.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob, mallory, NAMES_OF_PROPERTIES } from '../support/people.ts';
import { PASSWORD, signUp } from './devices.ts';

let chat: MemoryChat;

beforeEach(() => {
  chat = memoryChat();
});

describe('registering', () => {
  test('makes a person and logs them in', async () => {
    const { me, session } = await register(chat, { ...alice, password: PASSWORD });
    expect(me).toEqual(alice);
    expect(await requireSession(chat, session)).toEqual(session);
    expect(await chat.people.findAll(['alice'])).toEqual([alice]);
  });

  test('takes the name for the display name if there is none', async () => {
    const { me } = await register(chat, { name: 'alice', password: PASSWORD });
    expect(me).toEqual({ name: 'alice', displayName: 'alice' });
  });

  test('keeps a hash of the password, and when it was', async () => {
    await signUp(chat, alice);
    const profile = await chat.people.find('alice');
    expect(profile?.createdAt).toBe(chat.clock.now());
    expect(profile?.passwordHash).not.toContain(PASSWORD);
    expect(await chat.passwords.matches(PASSWORD, profile?.passwordHash)).toBe(true);
  });

  test('is refused for a name that is taken, whose person is as before and whose impostor has no session', async () => {
    await signUp(chat, alice);
    const before = await chat.people.find('alice');
    const meter = metered(chat);
    const impostor = { name: 'alice', displayName: 'Mallory', password: 'another password' };
    await expect(register(meter.ports, impostor)).rejects.toMatchObject({
      code: 'name-taken',
      field: 'name',
    });
    expect(meter.read()).not.toHaveProperty(['sessions.add']);
    expect(await chat.people.find('alice')).toEqual(before);
  });

  test('gives a name to one of ten who want it at the same time', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => signUp(chat, alice)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each(NAMES_OF_PROPERTIES)('is open to %s, who can log in then', async (name) => {
    await expect(logIn(chat, { name, password: PASSWORD })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await register(chat, { name, password: PASSWORD });
    const { me } = await logIn(chat, { name, password: PASSWORD });
    expect(me.name).toBe(name);
  });
});

describe('logging in', () => {
  beforeEach(async () => {
    await signUp(chat, alice);
  });

  test('begins a session of its own each time', async () => {
    const first = await logIn(chat, { name: 'alice', password: PASSWORD });
    const second = await logIn(chat, { name: 'alice', password: PASSWORD });
    expect(first.me).toEqual(alice);
    expect(first.session.id).not.toBe(second.session.id);
    for (const { session } of [first, second]) expect(await requireSession(chat, session)).toEqual(session);
  });

  test('takes capitals in the name for small letters, in the password for what they are', async () => {
    const { me } = await logIn(chat, { name: 'ALICE', password: PASSWORD });
    expect(me).toEqual(alice);
    const shouted = logIn(chat, { name: 'alice', password: PASSWORD.toUpperCase() });
    await expect(shouted).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  test('is refused alike, at the same cost, for a wrong password and for a name that nobody has', async () => {
    const meter = metered(chat);
    const refusalOf = async (name: string, password: string) => {
      const error = await logIn(meter.ports, { name, password }).catch((reason: unknown) => reason);
      const { code, message, field } = error as { code: string; message: string; field?: string };
      return { code, message, field, calls: meter.read() };
    };
    const wrongPassword = await refusalOf('alice', 'wrong password');
    expect(wrongPassword).toMatchObject({ code: 'wrong-credentials', field: undefined });
    expect(wrongPassword.calls).toEqual({
      'people.find': 1,
      'passwords.matches': 1,
      'metrics.add': 1,
      'clock.now': 1,
      'audit.record': 1,
    });
    expect(await refusalOf('nobody', PASSWORD)).toEqual(wrongPassword);
  });

  test.each(['', 'x', 'alice\u0000', 'alice bob', 'a'.repeat(10_000), '🐘🐘🐘'])(
    'is refused for %j, which is no name, after the same comparison and without a session',
    async (name) => {
      const meter = metered(chat);
      const tried = logIn(meter.ports, { name, password: PASSWORD });
      await expect(tried).rejects.toMatchObject({ code: 'wrong-credentials' });
      const calls = meter.read();
      expect(calls['passwords.matches']).toBe(1);
      expect(calls).not.toHaveProperty(['sessions.add']);
    },
  );
});

describe('a session', () => {
  test('lasts for 30 days and not a millisecond longer', async () => {
    const session = await signUp(chat, alice);
    expect(session.expiresAt - chat.clock.now()).toBe(30 * 24 * 60 * 60_000);
    chat.clock.advance(SESSION_LIFETIME_MS - 1);
    expect(await requireSession(chat, session)).toEqual(session);
    chat.clock.advance(1);
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('on a computer that others use lasts for 12 hours, however it was begun, and remembers it', async () => {
    const credentials = { name: 'alice', password: PASSWORD, sharedComputer: true };
    for (const begin of [register, logIn]) {
      const { session } = await begin(chat, credentials);
      expect(session.expiresAt - chat.clock.now()).toBe(12 * 60 * 60_000);
      expect(await requireSession(chat, session)).toMatchObject({ sharedComputer: true });
      chat.clock.advance(12 * 60 * 60_000);
      await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
    }
  });

  test('ends with the log-out, and no other does', async () => {
    const phone = await signUp(chat, alice);
    const { session: laptop } = await logIn(chat, { name: 'alice', password: PASSWORD });
    const bobs = await signUp(chat, bob);
    await logOut(chat, phone);
    await expect(requireSession(chat, phone)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await requireSession(chat, laptop)).toEqual(laptop);
    expect(await requireSession(chat, bobs)).toEqual(bobs);
  });

  test('may be logged out twice', async () => {
    const session = await signUp(chat, alice);
    await logOut(chat, session);
    await logOut(chat, session);
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('is good for its own person alone', async () => {
    const session = await signUp(chat, alice);
    await signUp(chat, mallory);
    const claimed = { ...session, person: 'mallory' };
    await expect(requireSession(chat, claimed)).rejects.toMatchObject({ code: 'not-signed-in' });
    await logOut(chat, claimed);
    expect(await requireSession(chat, session)).toEqual(session);
  });
});
