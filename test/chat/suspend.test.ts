import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { requireSession } from '../../lib/chat/accounts/sessions.ts';
import { restore, suspend } from '../../lib/chat/accounts/suspend.ts';
import { listPeople } from '../../lib/chat/reading.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob, mallory } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { connect, type Device, PASSWORD, send, signUp } from './devices.ts';

const ACT = { by: 'operator:root', reason: 'sells watches' };

let chat: MemoryChat;
let session: Session;
let alices: Device;

beforeEach(async () => {
  chat = memoryChat();
  for (const person of [alice, bob]) await signUp(chat, person);
  session = await signUp(chat, mallory);
  alices = await connect(chat, alice, 'laptop');
});

const logInAsMallory = (password = PASSWORD, ports: MemoryChat = chat) =>
  logIn(ports, { name: 'mallory', password }, HERE);
const listed = async () => (await listPeople(chat, { prefix: '' })).people.map(({ name }) => name);
const eventsOfMallory = async () =>
  (await chat.auditTrail.of('mallory', { limit: 10 })).items.map(({ event }) => event);

describe('who is suspended', () => {
  test('has no session any more, and no socket', async () => {
    await connect(chat, mallory, 'phone');
    const connectionId = 'mallory-phone';
    expect(await suspend(chat, 'mallory', ACT)).toBe('suspended');
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await chat.push.post(connectionId, { action: 'typing', with: 'alice' })).toBe('gone');
  });

  test('is told so at the log-in, if the password is right; of a wrong one only that it is wrong', async () => {
    await suspend(chat, 'mallory', ACT);
    await expect(logInAsMallory()).rejects.toMatchObject({ code: 'suspended' });
    await expect(logInAsMallory('a wrong password')).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await chat.sessions.of('mallory', chat.clock.now())).toEqual([]);
  });

  test('does not slip in who logs in in the same moment', async () => {
    // Just when the session is there, and has not been handed out yet.
    const sessions = {
      ...chat.sessions,
      async add(begun: Session) {
        await suspend(chat, 'mallory', ACT);
        await chat.sessions.add(begun);
      },
    };
    await expect(logInAsMallory(PASSWORD, { ...chat, sessions })).rejects.toMatchObject({
      code: 'suspended',
    });
    expect(await chat.sessions.of('mallory', chat.clock.now())).toEqual([]);
  });

  test('is found by nobody, can still be written to, and keeps the conversations', async () => {
    await suspend(chat, 'mallory', ACT);
    expect(await listed()).toEqual(['alice', 'bob']);
    expect(await send(chat, alices, mallory, 0, 'Where are you?')).toMatchObject({ action: 'stored' });
    expect(await chat.entries.from('alice:mallory', 1, 5)).toHaveLength(1);
  });

  test('is written down with who did it and why, and each try to get in', async () => {
    await suspend(chat, 'mallory', ACT);
    await logInAsMallory().catch(() => {});
    const { items } = await chat.auditTrail.of('mallory', { limit: 10 });
    expect(items).toContainEqual(
      expect.objectContaining({ event: 'suspended', by: ACT.by, details: { reason: ACT.reason } }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({ event: 'log-in-refused', details: { reason: 'suspended' } }),
    );
  });

  test('may be suspended again, which ends what is left', async () => {
    await suspend(chat, 'mallory', ACT);
    await chat.sessions.add(session);
    expect(await suspend(chat, 'mallory', ACT)).toBe('suspended');
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  });
});

describe('who is restored', () => {
  test('logs in and is found as before; the former session stays ended', async () => {
    await suspend(chat, 'mallory', ACT);
    expect(await restore(chat, 'mallory', ACT)).toBe('restored');
    expect((await logInAsMallory()).me).toEqual(mallory);
    expect(await listed()).toEqual(['alice', 'bob', 'mallory']);
    await expect(requireSession(chat, session)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await eventsOfMallory()).toContain('restored');
  });

  test('was suspended: of others nothing is changed, or written down', async () => {
    expect(await restore(chat, 'mallory', ACT)).toBe('not-suspended');
    expect(await restore(chat, 'nobody', ACT)).toBe('nobody');
    expect(await eventsOfMallory()).toEqual(['registered']);
  });
});

test('nobody is suspended who is not there, or is leaving', async () => {
  expect(await suspend(chat, 'nobody', ACT)).toBe('nobody');
  await chat.people.changeStanding('mallory', { from: undefined, to: 'leaving' });
  expect(await suspend(chat, 'mallory', ACT)).toBe('leaving');
  expect(await requireSession(chat, session)).toEqual(session);
  expect(await eventsOfMallory()).toEqual(['registered']);
});
