import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import {
  closeConnection,
  holdConnection,
  issueTicketIfRoom,
  openConnection,
} from '../../lib/chat/connecting.ts';
import type { Refusal } from '../../lib/chat/refusal.ts';
import { DEFAULT_THROTTLE_LIMITS } from '../../lib/chat/throttle-limits.ts';
import { LEASE_MS, PING_INTERVAL_MS } from '../../lib/protocol/limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { metered } from '../support/metered.ts';
import { alice } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const MOST = DEFAULT_THROTTLE_LIMITS.sockets;
const MINUTE_MS = 60_000;
const TOO_MANY = { code: 'too-many-connections' };

let chat: MemoryChat;
let phone: Session;
let laptop: Session;
let opened = 0;

beforeEach(async () => {
  chat = memoryChat();
  phone = await signUp(chat, alice);
  laptop = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
});

const identityOf = ({ person, id }: Session) => {
  opened += 1;
  return { person, session: id, connectionId: `socket-${opened}` };
};

/** All the way, as a client does. */
async function open(session: Session) {
  await issueTicketIfRoom(chat, session);
  const identity = identityOf(session);
  await openConnection(chat, identity);
  return identity;
}

async function openMost(session: Session) {
  const sockets = [];
  while (sockets.length < MOST) sockets.push(await open(session));
  return sockets;
}

const liveSockets = async () => (await chat.connections.live('alice', chat.clock.now())).length;

describe('a person', () => {
  test('has ten sockets, and no ticket for another until one ends', async () => {
    const [first] = await openMost(laptop);
    const { code, retryAfter } = (await issueTicketIfRoom(chat, phone).catch(
      (refusal) => refusal,
    )) as Refusal;
    expect([code, retryAfter]).toEqual(['too-many-connections', LEASE_MS / 1_000]);
    if (first) await closeConnection(chat, first);
    await open(phone);
    await expect(open(phone)).resolves.toBeDefined();
  });

  test('has no more for opening them at the same time', async () => {
    const others = Array.from({ length: 3 * MOST }, () => openConnection(chat, identityOf(phone)));
    const results = await Promise.allSettled(others);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(2 * MOST - 1);
    for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject(TOO_MANY);
    expect(await liveSockets()).toBe(results.length - refused.length);
  });

  test('changes over to a next socket at any time, also with ten of one log-in, and keeps ten', async () => {
    const sockets = await openMost(phone);
    for (const socket of sockets) {
      await open(phone);
      await expect(open(laptop)).rejects.toMatchObject(TOO_MANY);
      await closeConnection(chat, socket);
    }
    expect(await liveSockets()).toBe(MOST);
  });

  test('whose browser was killed with all of its pages is back as soon as these have missed a ping', async () => {
    await openMost(phone);
    await open(phone);
    const refusal = (await open(phone).catch((reason) => reason)) as Refusal;
    expect(refusal).toMatchObject({ ...TOO_MANY, retryAfter: (PING_INTERVAL_MS + MINUTE_MS) / 1_000 });
    chat.clock.advance((refusal.retryAfter ?? 0) * 1_000 + 1);
    await openMost(phone);
  });

  test('keeps those sockets that go on to ping', async () => {
    const sockets = await openMost(phone);
    await open(phone);
    for (let minutes = 0; minutes < 60; minutes += PING_INTERVAL_MS / MINUTE_MS) {
      for (const socket of sockets) await holdConnection(chat, socket);
      chat.clock.advance(PING_INTERVAL_MS);
    }
    await open(phone);
    await expect(open(phone)).rejects.toMatchObject(TOO_MANY);
  });

  test('is not kept out by leases that are over', async () => {
    await openMost(laptop);
    chat.clock.advance(LEASE_MS);
    await open(phone);
  });
});

test('a ticket costs one look more, and a socket a strong one', async () => {
  const meter = metered(chat);
  await issueTicketIfRoom(meter.ports, phone);
  expect(meter.read()).toMatchObject({ 'connections.live': 1, 'tickets.add': 1 });
  await openConnection(meter.ports, identityOf(phone));
  expect(meter.read()).toMatchObject({ 'connections.live': 1, 'connections.hold': 1 });
});
