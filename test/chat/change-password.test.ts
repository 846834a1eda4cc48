import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { changePassword } from '../../lib/chat/accounts/change-password.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { COMMON_PASSWORD, type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const NEXT = 'another password';
const CHANGE = { current: PASSWORD, password: NEXT, endOthers: true };
const NOT_SIGNED_IN = { code: 'not-signed-in' };

let chat: MemoryChat;
let here: Session;
let elsewhere: Session;

beforeEach(async () => {
  chat = memoryChat();
  here = await signUp(chat, alice);
  elsewhere = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
});

const canLogInWith = (password: string) =>
  logIn(chat, { name: 'alice', password }, HERE).then(
    () => true,
    () => false,
  );

describe('changing the password', () => {
  test('lets in with the new one, and no longer with the former', async () => {
    await changePassword(chat, here, CHANGE);
    expect(await canLogInWith(NEXT)).toBe(true);
    expect(await canLogInWith(PASSWORD)).toBe(false);
  });

  test('begins another session in place of the one it is done in, on the same device', async () => {
    const begun = await changePassword(chat, here, CHANGE);
    expect(begun.id).not.toBe(here.id);
    expect(begun.device).toBe(here.device);
    expect(await requireSession(chat, begun)).toEqual(begun);
    await expect(requireSession(chat, here)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('on a computer that others use begins one for such a computer', async () => {
    const credentials = { name: 'alice', password: PASSWORD, sharedComputer: true };
    const { session } = await logIn(chat, credentials, HERE);
    expect(await changePassword(chat, session, CHANGE)).toMatchObject({ sharedComputer: true });
  });

  test('ends the others, or leaves them, as is wanted', async () => {
    const begun = await changePassword(chat, here, { ...CHANGE, endOthers: false });
    expect(await requireSession(chat, elsewhere)).toEqual(elsewhere);
    await expect(requireSession(chat, here)).rejects.toMatchObject(NOT_SIGNED_IN);
    await changePassword(chat, begun, { ...CHANGE, current: NEXT, password: PASSWORD });
    await expect(requireSession(chat, elsewhere)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('closes the sockets of all that end', async () => {
    const closed: string[] = [];
    for (const { id: session } of [here, elsewhere]) {
      const connection = { person: 'alice', connectionId: `of ${session}`, session };
      await chat.connections.hold({ ...connection, leaseEndsAt: chat.clock.now() + 1 });
      chat.push.open(
        connection.connectionId,
        () => {},
        () => closed.push(session),
      );
    }
    await changePassword(chat, here, CHANGE);
    expect(closed.sort()).toEqual([here.id, elsewhere.id].sort());
  });

  test('has this device be notified as before, and those of ended sessions no more', async () => {
    for (const { id: session, expiresAt } of [here, elsewhere]) {
      await chat.pushSubscriptions.add({
        person: 'alice',
        session,
        endpoint: `of ${session}`,
        p256dh: 'x',
        auth: 'y',
        hidesContent: false,
        addedAt: 1,
        expiresAt,
      });
    }
    const begun = await changePassword(chat, here, CHANGE);
    const left = await chat.pushSubscriptions.of('alice', chat.clock.now());
    expect(left).toMatchObject([{ endpoint: `of ${here.id}`, session: begun.id }]);
    expect(left).toHaveLength(1);
  });

  test.each(['', 'wrong password', PASSWORD.toUpperCase()])(
    'is refused with %j for the current one, and nothing has changed',
    async (current) => {
      const refused = changePassword(chat, here, { ...CHANGE, current });
      await expect(refused).rejects.toMatchObject({ code: 'wrong-credentials', field: 'current' });
      expect(await canLogInWith(PASSWORD)).toBe(true);
      for (const session of [here, elsewhere]) expect(await requireSession(chat, session)).toEqual(session);
    },
  );

  test.each([COMMON_PASSWORD, 'alice', 'Alice'])(
    'is refused to %j, which others would try first',
    async (password) => {
      const refused = changePassword(chat, here, { ...CHANGE, password });
      await expect(refused).rejects.toMatchObject({ code: 'common-password', field: 'password' });
      expect(await canLogInWith(PASSWORD)).toBe(true);
    },
  );

  test('succeeds for one of two at the same time', async () => {
    const changes = ['the first password', 'the second password'].map((password) =>
      changePassword(chat, here, { ...CHANGE, password }),
    );
    const results = await Promise.allSettled(changes);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
