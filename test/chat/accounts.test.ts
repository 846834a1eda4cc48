import { beforeEach, describe, expect, test } from '@jest/globals';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { requireSession, useSession } from '../../lib/chat/accounts/sessions.ts';
import { COMMON_PASSWORD, type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice, bob, mallory, NAMES_OF_PROPERTIES } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

let chat: MemoryChat;

beforeEach(() => {
  chat = memoryChat();
});

describe('registering', () => {
  test('makes a person and logs them in', async () => {
    const { me, session } = await register(chat, { ...alice, password: PASSWORD }, HERE);
    expect(me).toEqual(alice);
    expect(await requireSession(chat, session)).toEqual(session);
    expect(await chat.people.findAll(['alice'])).toEqual([alice]);
  });

  test('takes the name for the display name if there is none', async () => {
    const { me } = await register(chat, { name: 'alice', password: PASSWORD }, HERE);
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
    await expect(register(meter.ports, impostor, HERE)).rejects.toMatchObject({
      code: 'name-taken',
      field: 'name',
    });
    expect(meter.read()).not.toHaveProperty(['sessions.add']);
    expect(await chat.people.find('alice')).toEqual(before);
  });

  test.each([COMMON_PASSWORD, 'alice-marlow', 'ALICE-marlow'])(
    'is refused with %j, which others would try first, and nobody has the name then',
    async (password) => {
      const refused = register(chat, { name: 'alice-marlow', password }, HERE);
      await expect(refused).rejects.toMatchObject({ code: 'common-password', field: 'password' });
      expect(await chat.people.find('alice-marlow')).toBeUndefined();
    },
  );

  test('gives a name to one of ten who want it at the same time', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => signUp(chat, alice)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each(NAMES_OF_PROPERTIES)('is open to %s, who can log in then', async (name) => {
    await expect(logIn(chat, { name, password: PASSWORD }, HERE)).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await register(chat, { name, password: PASSWORD }, HERE);
    const { me } = await logIn(chat, { name, password: PASSWORD }, HERE);
    expect(me.name).toBe(name);
  });
});

describe('logging in with a hash that would be made otherwise today', () => {
  const NEXT = 'made as of today';
  const upToDate = () => ({
    ...chat.passwords,
    isOutdated: async (hash: string) => hash !== NEXT,
    hash: async () => NEXT,
  });

  beforeEach(async () => {
    await signUp(chat, alice);
  });

  test('puts the one of today in its place', async () => {
    const passwords = upToDate();
    const { session } = await logIn({ ...chat, passwords }, { name: 'alice', password: PASSWORD }, HERE);
    expect((await chat.people.find('alice'))?.passwordHash).toBe(NEXT);
    expect(await requireSession(chat, session)).toEqual(session);
  });

  test('does not if the password is wrong', async () => {
    const before = await chat.people.find('alice');
    const wrong = { name: 'alice', password: 'wrong password' };
    await logIn({ ...chat, passwords: upToDate() }, wrong, HERE).catch(() => undefined);
    expect(await chat.people.find('alice')).toEqual(before);
  });

  test('succeeds for each of several at the same time', async () => {
    const passwords = { ...chat.passwords, isOutdated: async () => true };
    const tries = Array.from({ length: 5 }, () =>
      logIn({ ...chat, passwords }, { name: 'alice', password: PASSWORD }, HERE),
    );
    const results = await Promise.allSettled(tries);
    expect(results.map(({ status }) => status)).toEqual(tries.map(() => 'fulfilled'));
  });
});

describe('logging in', () => {
  beforeEach(async () => {
    await signUp(chat, alice);
  });

  test('begins a session of its own each time', async () => {
    const first = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
    const second = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
    expect(first.me).toEqual(alice);
    expect(first.session.id).not.toBe(second.session.id);
    for (const { session } of [first, second]) expect(await requireSession(chat, session)).toEqual(session);
  });

  test('takes capitals in the name for small letters, in the password for what they are', async () => {
    const { me } = await logIn(chat, { name: 'ALICE', password: PASSWORD }, HERE);
    expect(me).toEqual(alice);
    const shouted = logIn(chat, { name: 'alice', password: PASSWORD.toUpperCase() }, HERE);
    await expect(shouted).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  test('is refused alike, at the same cost, for a wrong password and for a name that nobody has', async () => {
    const meter = metered(chat);
    const refusalOf = async (name: string, password: string) => {
      const error = await logIn(meter.ports, { name, password }, HERE).catch((reason: unknown) => reason);
      const { code, message, field } = error as { code: string; message: string; field?: string };
      return { code, message, field, calls: meter.read() };
    };
    const wrongPassword = await refusalOf('alice', 'wrong password');
    expect(wrongPassword).toMatchObject({ code: 'wrong-credentials', field: undefined });
    expect(wrongPassword.calls).toMatchObject({
      'people.find': 1,
      'passwords.matches': 1,
      'metrics.add': 1,
      'audit.record': 1,
    });
    expect(await refusalOf('nobody', PASSWORD)).toEqual(wrongPassword);
  });

  test.each(['', 'x', 'alice\u0000', 'alice bob', 'a'.repeat(10_000), '🐘🐘🐘'])(
    'is refused for %j, which is no name, after the same comparison and without a session',
    async (name) => {
      const meter = metered(chat);
      const tried = logIn(meter.ports, { name, password: PASSWORD }, HERE);
      await expect(tried).rejects.toMatchObject({ code: 'wrong-credentials' });
      const calls = meter.read();
      expect(calls['passwords.matches']).toBe(1);
      expect(calls).not.toHaveProperty(['sessions.add']);
    },
  );
});

describe('a session', () => {
  test('ends after 14 days without use, and not a millisecond later', async () => {
    const session = await signUp(chat, alice);
    chat.clock.advance(14 * DAY_MS - 1);
    expect(await useSession(chat, session)).toMatchObject({ id: session.id });
    chat.clock.advance(14 * DAY_MS - 1);
    expect(await useSession(chat, session)).toMatchObject({ id: session.id });
    chat.clock.advance(14 * DAY_MS);
    await expect(useSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('ends after 90 days, however much it is used', async () => {
    const session = await signUp(chat, alice);
    for (let day = 0; day < 89; day += 1) {
      chat.clock.advance(DAY_MS);
      await useSession(chat, session);
    }
    chat.clock.advance(DAY_MS - 1);
    expect(await useSession(chat, session)).toMatchObject({ id: session.id });
    chat.clock.advance(1);
    await expect(useSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('on a computer that others use ends after 3 hours without use and 12 hours in any case, however it was begun', async () => {
    const credentials = { name: 'alice', password: PASSWORD, sharedComputer: true };
    for (const begin of [register, logIn]) {
      const { session: used } = await begin(chat, credentials, HERE);
      const { session: left } = await logIn(chat, credentials, HERE);
      for (let hours = 0; hours < 10; hours += 2) {
        chat.clock.advance(2 * HOUR_MS);
        expect(await useSession(chat, used)).toMatchObject({ sharedComputer: true });
      }
      await expect(useSession(chat, left)).rejects.toMatchObject({ code: 'not-signed-in' });
      chat.clock.advance(2 * HOUR_MS);
      await expect(useSession(chat, used)).rejects.toMatchObject({ code: 'not-signed-in' });
    }
  });

  test.each([
    ['an hour', HOUR_MS, false],
    ['ten minutes on a computer that others use', 10 * 60_000, true],
  ])('has its use noted at most every %s', async (_, intervalMs, sharedComputer) => {
    await signUp(chat, alice);
    const meter = metered(chat);
    const { session } = await logIn(chat, { name: 'alice', password: PASSWORD, sharedComputer }, HERE);
    chat.clock.advance(intervalMs - 1);
    await useSession(meter.ports, session);
    expect(meter.read()).not.toHaveProperty(['sessions.touch']);
    chat.clock.advance(1);
    const { lastUsedAt } = await useSession(meter.ports, session);
    expect(meter.read()).toHaveProperty(['sessions.touch']);
    expect(lastUsedAt).toBe(chat.clock.now());
    await useSession(meter.ports, session);
    expect(meter.read()).not.toHaveProperty(['sessions.touch']);
  });

  test('remembers on which device it was begun, and when', async () => {
    const session = await signUp(chat, alice);
    const at = chat.clock.now();
    expect(session).toMatchObject({ device: HERE.device, createdAt: at, lastUsedAt: at });
    expect(session.publicId).not.toBe(session.id);
  });

  test('takes the place of the one that the browser has had', async () => {
    const former = await signUp(chat, alice);
    const other = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
    const { session } = await logIn(chat, { name: 'alice', password: PASSWORD }, { ...HERE, former });
    await expect(requireSession(chat, former)).rejects.toMatchObject({ code: 'not-signed-in' });
    for (const living of [other, session]) expect(await requireSession(chat, living)).toEqual(living);
  });

  test("leaves the browser's former one alone if the log-in is refused", async () => {
    const former = await signUp(chat, alice);
    const refused = logIn(chat, { name: 'alice', password: 'wrong password' }, { ...HERE, former });
    await expect(refused).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await requireSession(chat, former)).toEqual(former);
  });

  test('is not begun with a password that is changed while it is being compared', async () => {
    await signUp(chat, alice);
    const passwords = {
      ...chat.passwords,
      async matches(password: string, hash: string | undefined) {
        const matches = await chat.passwords.matches(password, hash);
        await chat.people.replacePassword('alice', { former: `${hash}`, next: 'of another password' });
        return matches;
      },
    };
    const tried = logIn({ ...chat, passwords }, { name: 'alice', password: PASSWORD }, HERE);
    await expect(tried).rejects.toMatchObject({ code: 'wrong-credentials' });
    // The one of the registration alone.
    expect(await chat.sessions.of('alice', chat.clock.now())).toHaveLength(1);
  });

  test('ends with the log-out, and no other does', async () => {
    const phone = await signUp(chat, alice);
    const { session: laptop } = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
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
