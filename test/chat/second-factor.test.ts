import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import {
  prepareSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '../../lib/chat/accounts/change-second-factor.ts';
import { credentialsOf } from '../../lib/chat/accounts/credentials.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { makeRecoveryCodes } from '../../lib/chat/accounts/make-recovery-codes.ts';
import type { LogInPlace } from '../../lib/chat/accounts/sessions.ts';
import { codeInApp, wrongCodeFor } from '../support/authenticator.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const STEP_MS = 30_000;
const PAGE = { limit: 20 };
const NEEDED = { code: 'second-factor-needed' };
const WRONG = { code: 'wrong-code', field: 'code' };
const TOO_MANY = { code: 'too-many-tries' };

let chat: MemoryChat;
let here: Session;
/** As her app has it. */
let secret: string;

beforeEach(async () => {
  chat = memoryChat();
  here = await signUp(chat, alice);
  ({ secret } = await prepareSecondFactor(chat, here));
});

const code = () => codeInApp(secret, chat.clock.now());
const wrong = () => wrongCodeFor(secret, chat.clock.now());
const turnOn = (shown = code(), rest: object = {}) =>
  turnOnSecondFactor(chat, here, { password: PASSWORD, code: shown, endOthers: true, ...rest });
const turnOff = (password = PASSWORD) => turnOffSecondFactor(chat, here, { password, endOthers: true });
/** The codes of the next step, as the one that was shown is used. */
const later = () => chat.clock.advance(STEP_MS);
const logInWith = (shown?: string, place: LogInPlace = HERE) =>
  logIn(chat, { name: 'alice', password: PASSWORD, ...(shown !== undefined && { code: shown }) }, place);
const audited = async () => (await chat.auditTrail.of('alice', PAGE)).items;

describe('a second factor', () => {
  test('is not on, and asked of nobody, until a code of it was shown', async () => {
    expect(await credentialsOf(chat, 'alice')).toEqual({});
    expect((await logInWith()).me.name).toBe('alice');
    await turnOn();
    expect(await credentialsOf(chat, 'alice')).toEqual({ secondFactor: { since: chat.clock.now() } });
    await expect(logInWith()).rejects.toMatchObject(NEEDED);
  });

  test('is not turned on by a wrong code, a wrong password, or a code of what was prepared before', async () => {
    await expect(turnOn(wrong())).rejects.toMatchObject(WRONG);
    await expect(turnOn('no code')).rejects.toMatchObject(WRONG);
    await expect(turnOn(code(), { password: 'not hers' })).rejects.toMatchObject({
      code: 'wrong-credentials',
      field: 'password',
    });
    expect((await audited()).map(({ details }) => details?.asked)).toContain('a code of a new second factor');
    const former = code();
    ({ secret } = await prepareSecondFactor(chat, here));
    await expect(turnOn(former)).rejects.toMatchObject(WRONG);
    expect(await credentialsOf(chat, 'alice')).toEqual({});
  });

  test('is not turned on where nothing is prepared', async () => {
    await turnOn();
    later();
    await expect(turnOn()).rejects.toMatchObject(WRONG);
  });

  test('is another secret each time, and never kept as it is', async () => {
    const next = await prepareSecondFactor(chat, here);
    expect(next.secret).not.toBe(secret);
    expect(next.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(JSON.stringify(await chat.secondFactors.find('alice'))).not.toContain(next.secret);
  });

  test('ends the other sessions as it is turned on or off, if that is wanted', async () => {
    const others = async () => (await chat.sessions.of('alice', chat.clock.now())).length - 1;
    await logInWith();
    await turnOn(code(), { endOthers: false });
    expect(await others()).toBe(1);
    await turnOff();
    expect(await others()).toBe(0);
    ({ secret } = await prepareSecondFactor(chat, here));
    await logInWith();
    await turnOn();
    expect(await others()).toBe(0);
    expect(await chat.sessions.find('alice', here.id, chat.clock.now())).toBeDefined();
  });

  test('is asked of a log-in that began before it was turned on: none of those gets past it', async () => {
    const meanwhile: MemoryChat = {
      ...chat,
      sessions: {
        ...chat.sessions,
        async add(session) {
          await turnOn();
          await chat.sessions.add(session);
        },
      },
    };
    await expect(logIn(meanwhile, { name: 'alice', password: PASSWORD }, HERE)).rejects.toMatchObject(NEEDED);
    expect(await chat.sessions.of('alice', chat.clock.now())).toEqual([here]);
  });

  test('is turned off by the password alone, and then asked of nobody', async () => {
    await turnOn();
    await expect(turnOff('not hers')).rejects.toMatchObject({ code: 'wrong-credentials', field: 'password' });
    await expect(logInWith()).rejects.toMatchObject(NEEDED);
    await turnOff();
    expect((await logInWith()).me.name).toBe('alice');
    await expect(turnOn()).rejects.toMatchObject(WRONG);
  });

  test('is written down: who has turned it on and off, and by what somebody got in', async () => {
    later();
    await turnOn();
    later();
    await logInWith(code());
    later();
    await turnOff();
    expect((await audited()).map(({ event, details }) => [event, details])).toEqual([
      ['second-factor-off', undefined],
      ['logged-in', { secondFactor: 'one-time code' }],
      ['second-factor-on', undefined],
      ['registered', undefined],
    ]);
  });
});

describe('of somebody with a second factor, whoever knows the password', () => {
  beforeEach(() => turnOn());

  test('is asked for the code, has no session before, and gets in with it', async () => {
    const sessions = async () => (await chat.sessions.of('alice', chat.clock.now())).length;
    await expect(logInWith()).rejects.toMatchObject(NEEDED);
    expect(await sessions()).toBe(1);
    later();
    const { session } = await logInWith(code());
    expect(await sessions()).toBe(2);
    expect(session.person).toBe('alice');
  });

  test('gets in with a code of half a minute before or after, typed with a space', async () => {
    later();
    const early = codeInApp(secret, chat.clock.now() + STEP_MS);
    await logInWith(`${early.slice(0, 3)} ${early.slice(3)}`);
    chat.clock.advance(3 * STEP_MS);
    await logInWith(codeInApp(secret, chat.clock.now() - STEP_MS));
  });

  test('does not get in with a wrong code, one that was used, or one from before that', async () => {
    later();
    await expect(logInWith(wrong())).rejects.toMatchObject(WRONG);
    const former = code();
    later();
    const used = code();
    await logInWith(used);
    // What happens in one moment is listed in any order.
    chat.clock.advance(1);
    await expect(logInWith(used)).rejects.toMatchObject(WRONG);
    await expect(logInWith(former)).rejects.toMatchObject(WRONG);
    // The one that it was turned on by is used as well.
    const [refused] = await audited();
    expect(refused).toMatchObject({ event: 'log-in-refused', details: { reason: 'wrong-code' } });
  });

  test('gets in once with a code that is shown twice at the same time', async () => {
    later();
    const tried = await Promise.allSettled([logInWith(code()), logInWith(code())]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('has to wait after five wrong ones, from a known device as well, and passwords are not counted with them', async () => {
    later();
    for (let i = 0; i < 5; i += 1) await expect(logInWith(wrong())).rejects.toMatchObject(WRONG);
    await expect(logInWith(code())).rejects.toMatchObject(TOO_MANY);
    await expect(logInWith()).rejects.toMatchObject(NEEDED);
    expect((await audited()).map(({ event }) => event)).toContain('throttled');
    const known = { ...HERE, known: { person: 'alice', id: 'her phone' } };
    expect((await logInWith(code(), known)).me.name).toBe('alice');
    later();
    for (let i = 0; i < 5; i += 1) await expect(logInWith(wrong(), known)).rejects.toMatchObject(WRONG);
    await expect(logInWith(wrong(), known)).rejects.toMatchObject(TOO_MANY);
  });

  test('who does not know the password is not told that there is one', async () => {
    const tried = logIn(chat, { name: 'alice', password: 'not hers', code: code() }, HERE);
    await expect(tried).rejects.toMatchObject({ code: 'wrong-credentials' });
    // Nor is the code used up.
    later();
    await logInWith(code());
  });

  test('gets in with a recovery code in place of the code, once, and that is written down', async () => {
    const { codes } = await makeRecoveryCodes(chat, here, { password: PASSWORD });
    const [first = '', second = ''] = codes;
    await logInWith(first.toLowerCase().replaceAll('-', ' '));
    const [loggedIn] = (await audited()).filter(({ event }) => event === 'logged-in');
    expect(loggedIn?.details).toEqual({ secondFactor: 'recovery code' });
    await expect(logInWith(first)).rejects.toMatchObject(WRONG);
    await logInWith(second);
    expect((await credentialsOf(chat, 'alice')).recoveryCodes?.left).toBe(8);
  });
});
