import { beforeEach, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { redeemTicket } from '../../lib/chat/connecting.ts';
import { listConversations, listPeople } from '../../lib/chat/reading.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob, carol } from '../support/people.ts';
import { connect, send, signUp } from './devices.ts';

let chat: MemoryChat;
let session: Session;

beforeEach(async () => {
  chat = memoryChat();
  session = await signUp(chat, alice);
  for (const person of [bob, carol]) await signUp(chat, person);
});

test('the bootstrap says who I am, who there is, what was written, and how to open a socket', async () => {
  await send(chat, await connect(chat, bob), alice, 0, 'Hello');
  const begun = await bootstrap(chat, session, '/socket');
  expect(begun).toMatchObject({
    me: alice,
    people: { people: [alice, bob, carol] },
    conversations: { conversations: [{ with: bob, entries: [{ text: 'Hello' }] }] },
    socket: { url: '/socket' },
  });
  expect(begun.people).toEqual(await listPeople(chat, { prefix: '' }));
  expect(begun.conversations).toEqual(await listConversations(chat, 'alice'));
});

test('the bootstrap has the key of pushes where there are any, but not for a computer that others use', async () => {
  expect(await bootstrap(chat, session, '/socket')).not.toHaveProperty('pushKey');
  expect(await bootstrap(chat, session, '/socket', 'a key')).toMatchObject({ pushKey: 'a key' });

  const shared = await bootstrap(chat, { ...session, sharedComputer: true }, '/socket', 'a key');
  expect(shared).toMatchObject({ sharedComputer: true });
  expect(shared).not.toHaveProperty('pushKey');
});

test("the bootstrap's ticket opens one socket, as its person", async () => {
  const { socket } = await bootstrap(chat, session, '/socket');
  expect(await redeemTicket(chat, socket.ticket)).toEqual(session);
  await expect(redeemTicket(chat, socket.ticket)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('the bootstrap tells nobody the hash of a password or a session', async () => {
  const told = JSON.stringify(await bootstrap(chat, session, '/socket'));
  expect(told).not.toContain((await chat.people.find('alice'))?.passwordHash);
  expect(told).not.toContain(session.id);
});

test('the bootstrap is refused to a session whose person is gone', async () => {
  const people = { ...chat.people, findAll: async () => [] };
  await expect(bootstrap({ ...chat, people }, session, '/socket')).rejects.toMatchObject({
    code: 'not-signed-in',
  });
});
