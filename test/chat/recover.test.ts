import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { prepareSecondFactor, turnOnSecondFactor } from '../../lib/chat/accounts/change-second-factor.ts';
import { credentialsOf } from '../../lib/chat/accounts/credentials.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { makeRecoveryCodes } from '../../lib/chat/accounts/make-recovery-codes.ts';
import { recover } from '../../lib/chat/accounts/recover.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { suspend } from '../../lib/chat/accounts/suspend.ts';
import type { RecoverBody } from '../../lib/protocol/second-factor-rest.ts';
import { codeInApp } from '../support/authenticator.ts';
import { COMMON_PASSWORD, type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const NEXT = 'another password';
const STEP_MS = 30_000;
const WRONG = { code: 'wrong-recovery-code', message: 'The name or the recovery code is wrong.' };

let chat: MemoryChat;
let elsewhere: Session;
let codes: readonly string[];

beforeEach(async () => {
  chat = memoryChat();
  elsewhere = await signUp(chat, alice);
  ({ codes } = await makeRecoveryCodes(chat, elsewhere, { password: PASSWORD }));
});

const recoverWith = (recoveryCode: string | undefined, rest: Partial<RecoverBody> = {}) =>
  recover(chat, { name: 'alice', recoveryCode: `${recoveryCode}`, password: NEXT, ...rest }, HERE);
const canLogInWith = (password: string) =>
  logIn(chat, { name: 'alice', password }, HERE).then(
    () => true,
    () => false,
  );
const left = async () => (await credentialsOf(chat, 'alice')).recoveryCodes?.left;
const events = async () => (await chat.auditTrail.of('alice', { limit: 20 })).items.map(({ event }) => event);

describe('recovery codes', () => {
  test('are ten, all different, and made on the password alone', async () => {
    expect(new Set(codes).size).toBe(10);
    expect(await left()).toBe(10);
    const wrong = makeRecoveryCodes(chat, elsewhere, { password: 'not hers' });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials', field: 'password' });
    expect(await left()).toBe(10);
    expect((await events()).filter((event) => event === 'recovery-codes-made')).toHaveLength(1);
  });

  test('are worth nothing when others are made', async () => {
    const [former] = codes;
    ({ codes } = await makeRecoveryCodes(chat, elsewhere, { password: PASSWORD }));
    await expect(recoverWith(former)).rejects.toMatchObject(WRONG);
    expect((await recoverWith(codes[0])).me.name).toBe('alice');
  });
});

describe('whoever has forgotten the password', () => {
  test('gets in with a code and has another password from then on', async () => {
    const { me, session } = await recoverWith(codes[3]?.toLowerCase());
    expect(me).toMatchObject({ name: 'alice', displayName: alice.displayName });
    expect(await requireSession(chat, session)).toEqual(session);
    expect([await canLogInWith(NEXT), await canLogInWith(PASSWORD)]).toEqual([true, false]);
    expect(await left()).toBe(9);
    expect(await events()).toContain('recovered');
  });

  test('has all other sessions end, and their sockets close', async () => {
    const closed: string[] = [];
    const connection = { person: 'alice', connectionId: 'c1', session: elsewhere.id };
    await chat.connections.hold({ ...connection, leaseEndsAt: chat.clock.now() + 1 });
    chat.push.open(
      'c1',
      () => {},
      () => closed.push('c1'),
    );
    await recoverWith(codes[0]);
    await expect(requireSession(chat, elsewhere)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(closed).toEqual(['c1']);
  });

  test('does not get in twice with the same code, and once where it is sent twice at the same time', async () => {
    const tried = await Promise.allSettled([recoverWith(codes[0]), recoverWith(codes[0])]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(recoverWith(codes[0])).rejects.toMatchObject(WRONG);
  });

  test('is told the same of a wrong code, of somebody without any, and of nobody', async () => {
    await signUp(chat, bob);
    const unknown = '0000-0000-0000-0000-0000-0000';
    for (const [name, code] of [
      ['alice', unknown],
      ['alice', 'no code at all'],
      ['bob', codes[0]],
      ['nobody', codes[0]],
      ['no name!', codes[0]],
    ] as const) {
      await expect(recoverWith(code, { name })).rejects.toMatchObject(WRONG);
    }
    expect(await left()).toBe(10);
  });

  test('has to wait after five wrong codes, and the code is still good after that', async () => {
    for (let i = 0; i < 5; i += 1) await expect(recoverWith('wrong')).rejects.toMatchObject(WRONG);
    await expect(recoverWith(codes[0])).rejects.toMatchObject({ code: 'too-many-tries' });
    expect(await events()).toContain('throttled');
    // And the password is no concern of it.
    expect(await canLogInWith(PASSWORD)).toBe(true);
    chat.clock.advance(1_000);
    expect((await recoverWith(codes[0])).me.name).toBe('alice');
  });

  test('keeps the code when the new password is not taken, or the account is suspended', async () => {
    for (const password of [COMMON_PASSWORD, 'ALICE']) {
      await expect(recoverWith(codes[0], { password })).rejects.toMatchObject({
        code: 'common-password',
        field: 'password',
      });
    }
    await suspend(chat, 'alice', { by: 'operator:test' });
    await expect(recoverWith(codes[0])).rejects.toMatchObject({ code: 'suspended' });
    expect(await left()).toBe(10);
  });

  test('of a shared computer gets a session for one', async () => {
    expect((await recoverWith(codes[0], { sharedComputer: true })).session.sharedComputer).toBe(true);
  });
});

describe('whoever has forgotten the password and has a second factor', () => {
  let secret: string;
  const code = () => codeInApp(secret, chat.clock.now());

  beforeEach(async () => {
    ({ secret } = await prepareSecondFactor(chat, elsewhere));
    const body = { password: PASSWORD, code: code(), endOthers: true };
    await turnOnSecondFactor(chat, elsewhere, body);
    chat.clock.advance(STEP_MS);
  });

  test('is asked for that as well, with the recovery code still good, and keeps it on', async () => {
    await expect(recoverWith(codes[0])).rejects.toMatchObject({ code: 'second-factor-needed' });
    expect(await left()).toBe(10);
    expect((await recoverWith(codes[0], { code: code() })).me.name).toBe('alice');
    expect(await left()).toBe(9);
    expect((await credentialsOf(chat, 'alice')).secondFactor).toBeDefined();
  });

  test('does not get in with two recovery codes, and uses up neither', async () => {
    const tried = recoverWith(codes[0], { code: `${codes[1]}` });
    await expect(tried).rejects.toMatchObject({ code: 'wrong-code', field: 'code' });
    expect(await left()).toBe(10);
    expect(await canLogInWith(NEXT)).toBe(false);
  });

  test('is not asked for it without a right recovery code', async () => {
    await expect(recoverWith('wrong')).rejects.toMatchObject(WRONG);
  });
});
