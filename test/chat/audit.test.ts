import { beforeEach, describe, expect, test } from '@jest/globals';
import { changePassword } from '../../lib/chat/accounts/change-password.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { revokeSessions } from '../../lib/chat/accounts/revoke-sessions.ts';
import { report } from '../../lib/chat/report.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

/** Whence everybody asks here. */
const CALLER = { address: '203.0.113.7', device: 'a browser' };

const REFUSED = { details: { reason: 'wrong-credentials' }, ...CALLER };

let chat: MemoryChat;

beforeEach(() => {
  chat = memoryChat();
});

const trailOf = async (name: string) => (await chat.auditTrail.of(name, { limit: 10 })).items;
const trailOfAll = async () => {
  const now = chat.clock.now();
  return (await chat.auditTrail.recent({ since: now - 60_000, until: now }, { limit: 10 })).items;
};
const later = () => chat.clock.advance(1_000);

describe('it is written down, when and whence,', () => {
  test('that alice registers, logs in and logs out, and with which of her sessions', async () => {
    const first = await register(chat, { name: 'alice', password: PASSWORD }, HERE);
    later();
    const second = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
    later();
    await logOut(chat, first.session);

    const now = chat.clock.now();
    const [ofFirst, ofSecond] = [first, second].map(({ session }) => session.id.slice(0, 8));
    expect(await trailOf('alice')).toEqual([
      { at: now, event: 'logged-out', person: 'alice', session: ofFirst, ...CALLER },
      { at: now - 1_000, event: 'logged-in', person: 'alice', session: ofSecond, ...CALLER },
      { at: now - 2_000, event: 'registered', person: 'alice', session: ofFirst, ...CALLER },
    ]);
    expect(ofFirst).not.toBe(ofSecond);
  });

  test('but no session is: what is kept of its id is too little to use it', async () => {
    const { session } = await register(chat, { name: 'alice', password: PASSWORD }, HERE);
    expect(JSON.stringify(await trailOf('alice'))).not.toContain(session.id);
  });

  test('that somebody tried a wrong password for alice, and not which', async () => {
    await signUp(chat, alice);
    later();
    await expect(logIn(chat, { name: 'ALICE', password: 'a wrong password' }, HERE)).rejects.toThrow();
    const [refused] = await trailOf('alice');
    expect(refused).toEqual({ at: chat.clock.now(), event: 'log-in-refused', person: 'alice', ...REFUSED });
  });

  test('that whoever tries has to wait from now on, once', async () => {
    await signUp(chat, alice);
    later();
    for (let i = 0; i < 10; i += 1) {
      await expect(logIn(chat, { name: 'alice', password: 'a wrong password' }, HERE)).rejects.toThrow();
    }
    const throttled = (await trailOf('alice')).filter(({ event }) => event === 'throttled');
    expect(throttled).toEqual([{ at: chat.clock.now(), event: 'throttled', person: 'alice', ...CALLER }]);
  });

  test('that somebody tried a name that nobody has, and not which: it may be a password in the wrong field', async () => {
    await expect(logIn(chat, { name: 'my-secret-password', password: PASSWORD }, HERE)).rejects.toThrow();
    const all = await trailOfAll();
    expect(all).toEqual([{ at: chat.clock.now(), event: 'log-in-refused', ...REFUSED }]);
  });

  test('that alice ended a session of hers, and all others', async () => {
    const session = await signUp(chat, alice);
    const other = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
    later();
    await revokeSessions(chat, session, { id: other.publicId });
    later();
    await revokeSessions(chat, session, { others: true });
    const [all, one] = await trailOf('alice');
    expect(one).toMatchObject({ event: 'session-revoked', person: 'alice', session: other.id.slice(0, 8) });
    expect(all).toMatchObject({
      event: 'session-revoked',
      person: 'alice',
      details: { which: 'all others' },
    });
  });

  test('that alice changed her password, and that somebody did not know the current one', async () => {
    const session = await signUp(chat, alice);
    later();
    const change = { current: 'a wrong password', password: 'another password', endOthers: true };
    await expect(changePassword(chat, session, change)).rejects.toThrow();
    later();
    const begun = await changePassword(chat, session, { ...change, current: PASSWORD });
    const [changed, refused] = await trailOf('alice');
    expect(refused).toMatchObject({ event: 'log-in-refused', details: { asked: 'the current password' } });
    expect(changed).toMatchObject({ event: 'password-changed', session: begun.id.slice(0, 8) });
    expect(JSON.stringify([changed, refused])).not.toMatch(/another|wrong|horse/);
  });

  test('that alice reported bob, with bob, and not what he wrote', async () => {
    const session = await signUp(chat, alice);
    await signUp(chat, bob);
    later();
    await report(chat, session, { with: 'bob', reason: 'spam', note: 'He sells watches.' });
    expect((await trailOf('bob'))[0]).toMatchObject({
      event: 'reported',
      person: 'bob',
      by: 'alice',
      details: { reason: 'spam' },
    });
  });

  test('and not that a name was asked for that is taken: nothing has happened to it', async () => {
    await signUp(chat, alice);
    later();
    await expect(register(chat, { name: 'alice', password: 'another password' }, HERE)).rejects.toThrow();
    expect(await trailOf('alice')).toHaveLength(1);
  });
});

test('nobody is let in without it being written down', async () => {
  await signUp(chat, alice);
  const audit = { record: () => Promise.reject(new Error('The table is not there.')) };
  const tried = logIn({ ...chat, audit }, { name: 'alice', password: PASSWORD }, HERE);
  await expect(tried).rejects.toThrow('The table is not there.');
});

test('whoever logs out is out even if that can not be written down', async () => {
  const session = await signUp(chat, alice);
  const audit = { record: () => Promise.reject(new Error('The table is not there.')) };
  await expect(logOut({ ...chat, audit }, session)).rejects.toThrow('The table is not there.');
  expect(await chat.sessions.find('alice', session.id, chat.clock.now())).toBeUndefined();
});
