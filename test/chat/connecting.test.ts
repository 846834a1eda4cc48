import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { SESSION_LIFETIME } from '../../lib/chat/accounts/sessions.ts';
import {
  closeConnection,
  holdConnection,
  issueTicket,
  openConnection,
  redeemTicket,
} from '../../lib/chat/connecting.ts';
import type { ConnectionIdentity } from '../../lib/chat/connection-ports.ts';
import { LEASE_MS, TICKET_LIFETIME_MS } from '../../lib/protocol/limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const NOT_SIGNED_IN = { code: 'not-signed-in' };

let chat: MemoryChat;
let session: Session;

beforeEach(async () => {
  chat = memoryChat();
  session = await signUp(chat, alice);
});

describe('a ticket', () => {
  test("is worth its person's session, once", async () => {
    const { secret } = await issueTicket(chat, session);
    expect(await redeemTicket(chat, secret)).toEqual(session);
    await expect(redeemTicket(chat, secret)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('is worth it to one of twenty who bring it at the same time', async () => {
    const { secret } = await issueTicket(chat, session);
    const redeemed = await Promise.allSettled(Array.from({ length: 20 }, () => redeemTicket(chat, secret)));
    expect(redeemed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is good for 30 seconds and not a millisecond longer', async () => {
    const [early, late] = [await issueTicket(chat, session), await issueTicket(chat, session)];
    expect(TICKET_LIFETIME_MS).toBe(30_000);
    chat.clock.advance(TICKET_LIFETIME_MS - 1);
    expect(await redeemTicket(chat, early.secret)).toEqual(session);
    chat.clock.advance(1);
    await expect(redeemTicket(chat, late.secret)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('is worth nothing once its session was logged out, and everything if another was', async () => {
    const { session: laptop } = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
    const [ofPhone, ofLaptop] = [await issueTicket(chat, session), await issueTicket(chat, laptop)];
    await logOut(chat, session);
    await expect(redeemTicket(chat, ofPhone.secret)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(await redeemTicket(chat, ofLaptop.secret)).toEqual(laptop);
  });

  test('is worth nothing once its session has expired', async () => {
    chat.clock.advance(SESSION_LIFETIME.idleMs - 1);
    const { secret } = await issueTicket(chat, session);
    chat.clock.advance(1);
    await expect(redeemTicket(chat, secret)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('is used up even if its session has ended', async () => {
    const { secret } = await issueTicket(chat, session);
    await logOut(chat, session);
    await redeemTicket(chat, secret).catch(() => undefined);
    expect(await chat.tickets.take(secret, chat.clock.now())).toBeUndefined();
  });

  test.each(['', 'invented', '__proto__'])('that is %j is worth nothing', async (secret) => {
    await expect(redeemTicket(chat, secret)).rejects.toMatchObject(NOT_SIGNED_IN);
  });

  test('differs from every other', async () => {
    const secrets = new Set<string>();
    for (let i = 0; i < 10; i += 1) secrets.add((await issueTicket(chat, session)).secret);
    expect(secrets.size).toBe(10);
  });
});

describe('a connection', () => {
  let phone: ConnectionIdentity;
  beforeEach(() => {
    phone = { person: 'alice', connectionId: 'phone', session: session.id };
  });
  const live = () => chat.connections.live('alice', chat.clock.now());

  test('is live for 10 minutes from its opening', async () => {
    await holdConnection(chat, phone);
    expect(LEASE_MS).toBe(10 * 60_000);
    chat.clock.advance(LEASE_MS - 1);
    expect(await live()).toMatchObject([phone]);
    chat.clock.advance(1);
    expect(await live()).toEqual([]);
  });

  test('is live for another 10 minutes from each ping', async () => {
    await holdConnection(chat, phone);
    for (let pings = 0; pings < 5; pings += 1) {
      chat.clock.advance(LEASE_MS - 1);
      await holdConnection(chat, phone);
    }
    chat.clock.advance(LEASE_MS - 1);
    expect(await live()).toMatchObject([phone]);
  });

  test('is live again when it pings after its lease had ended, or after it was taken for gone', async () => {
    await holdConnection(chat, phone);
    chat.clock.advance(LEASE_MS);
    await holdConnection(chat, phone);
    expect(await live()).toMatchObject([phone]);
    await closeConnection(chat, phone);
    await holdConnection(chat, phone);
    expect(await live()).toMatchObject([phone]);
  });

  test('whose session has ended is refused when it pings, and forgotten', async () => {
    await holdConnection(chat, phone);
    await chat.sessions.remove('alice', session.id);
    await expect(holdConnection(chat, phone)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(await live()).toEqual([]);
  });

  test('that could not be opened is forgotten, even if the store had it and said otherwise', async () => {
    const failing = async (_?: unknown) => {
      throw new Error('throttled');
    };
    const { hold } = chat.connections;
    const heldAndFailed = async (held: Parameters<typeof hold>[0]) => failing(void (await hold(held)));
    for (const broken of [{ saw: failing }, { hold: heldAndFailed }]) {
      const connections = { ...chat.connections, ...broken };
      await expect(openConnection({ ...chat, connections }, phone)).rejects.toThrow('throttled');
      expect(await live()).toEqual([]);
    }
  });

  test('is forgotten when it ends, and no other is', async () => {
    const laptop = { ...phone, connectionId: 'laptop' };
    const { id } = await signUp(chat, bob);
    const bobs = { person: bob.name, connectionId: 'bobs', session: id };
    for (const connection of [phone, laptop, bobs]) await holdConnection(chat, connection);
    await closeConnection(chat, phone);
    expect(await live()).toMatchObject([laptop]);
    expect(await chat.connections.live('bob', chat.clock.now())).toMatchObject([bobs]);
  });
});
