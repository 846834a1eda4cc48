import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Session } from '../../lib/chat/account-ports.ts';
import { endSession, endSessionsOf } from '../../lib/chat/accounts/end-sessions.ts';
import { listSessions } from '../../lib/chat/accounts/list-sessions.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { revokeSessions } from '../../lib/chat/accounts/revoke-sessions.ts';
import { requireSession, useSession } from '../../lib/chat/accounts/sessions.ts';
import { closeConnection, openConnection } from '../../lib/chat/connecting.ts';
import type { Push } from '../../lib/chat/connection-ports.ts';
import { watch } from '../../lib/chat/presence.ts';
import { LEASE_MS } from '../../lib/protocol/limits.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { alice, bob } from '../support/people.ts';
import { HERE } from '../support/sessions.ts';
import { PASSWORD, signUp } from './devices.ts';

const NOT_SIGNED_IN = { code: 'not-signed-in' };

let chat: MemoryChat;
let phone: Session;
let laptop: Session;
let bobs: Session;
/** The connections whose sockets the server has closed. */
let closed: string[];

beforeEach(async () => {
  chat = memoryChat();
  closed = [];
  phone = await signUp(chat, alice);
  laptop = (await logIn(chat, { name: 'alice', password: PASSWORD }, HERE)).session;
  bobs = await signUp(chat, bob);
});

const identity = ({ person, id }: Session, connectionId: string) => ({ person, connectionId, session: id });

/** Opens a socket of a session, as the gateway does: its end is told to the chat. */
async function openSocket(session: Session, connectionId: string): Promise<void> {
  await openConnection(chat, identity(session, connectionId));
  chat.push.open(
    connectionId,
    () => {},
    () => {
      closed.push(connectionId);
      void closeConnection(chat, identity(session, connectionId));
    },
  );
}

async function subscribe({ person, id: session, expiresAt }: Session, endpoint: string): Promise<void> {
  const keys = { p256dh: 'x', auth: 'y' };
  await chat.pushSubscriptions.add({
    person,
    session,
    endpoint,
    ...keys,
    hidesContent: false,
    addedAt: 1,
    expiresAt,
  });
}

const devicesOf = async (person: string) =>
  (await chat.pushSubscriptions.of(person, chat.clock.now())).map(({ endpoint }) => endpoint).sort();

describe('ending a session', () => {
  test('closes its sockets, tells its devices nothing more, and leaves all others as they are', async () => {
    await openSocket(phone, 'a tab of the phone');
    await openSocket(phone, 'another tab of the phone');
    await openSocket(laptop, 'the laptop');
    await openSocket(bobs, "bob's");
    await subscribe(phone, 'the phone');
    await subscribe(laptop, 'the laptop');

    await endSession(chat, phone);
    await expect(requireSession(chat, phone)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(closed.sort()).toEqual(['a tab of the phone', 'another tab of the phone']);
    expect(await devicesOf('alice')).toEqual(['the laptop']);
    for (const session of [laptop, bobs]) expect(await requireSession(chat, session)).toEqual(session);
  });

  test('closes a socket that has not pinged for an hour, and so has no lease any more', async () => {
    await openSocket(phone, 'silent');
    chat.clock.advance(60 * 60_000);
    expect(60 * 60_000).toBeGreaterThan(LEASE_MS);
    await endSession(chat, phone);
    expect(closed).toEqual(['silent']);
  });

  test('forgets a connection that is gone, with what it watched: of that nobody else tells', async () => {
    await openSocket(phone, 'gone');
    await watch(chat, identity(phone, 'gone'), { action: 'watch', id: 'f1', with: 'bob' });
    chat.push.end('gone');
    await endSession(chat, phone);
    expect(await chat.connections.live('alice', chat.clock.now())).toEqual([]);
    expect(await chat.watches.of('bob', chat.clock.now())).toEqual([]);
  });

  test('closes a socket that is just opening, when it has', async () => {
    await openConnection(chat, identity(phone, 'opening'));
    // The gateway opens it only now, after the first try to close it.
    const push: Pick<Push, 'close'> = {
      async close(connectionId) {
        const outcome = await chat.push.close(connectionId);
        if (outcome === 'gone')
          await chat.push.open(
            connectionId,
            () => {},
            () => closed.push(connectionId),
          );
        return outcome;
      },
    };
    await endSession({ ...chat, push }, phone);
    expect(closed).toEqual(['opening']);
  });

  test('ends it also if a socket cannot be closed, which is written down', async () => {
    await openSocket(phone, 'stuck');
    await endSession({ ...chat, push: { close: async () => 'failed' } }, phone);
    await expect(requireSession(chat, phone)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(chat.log.warnings).toMatchObject([{ event: 'socket not closed' }]);
  });
});

describe('a socket', () => {
  test('is refused if its session ends in the moment in which it opens', async () => {
    // After the authorizer has let it in, and before it is among those that can be closed.
    await endSession(chat, phone);
    await expect(openConnection(chat, identity(phone, 'late'))).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(await chat.connections.live('alice', chat.clock.now())).toEqual([]);
  });

  test('opened at the same time as its session ends is refused or closed, in whatever order both go on', async () => {
    for (let delay = 0; delay < 30; delay += 1) {
      const { session } = await logIn(chat, { name: 'alice', password: PASSWORD }, HERE);
      const connectionId = `socket ${delay}`;
      const opening = openSocket(session, connectionId).then(
        () => 'opened',
        () => 'refused',
      );
      for (let turn = 0; turn < delay; turn += 1) await undefined;
      const push: Pick<Push, 'close'> = {
        async close(id) {
          const outcome = await chat.push.close(id);
          // The second look comes after the opening.
          if (outcome === 'gone') await opening;
          return outcome;
        },
      };
      await endSession({ ...chat, push }, session);
      const isOver = (await opening) === 'refused' || closed.includes(connectionId);
      expect([delay, isOver]).toEqual([delay, true]);
    }
  });
});

describe("ending all of somebody's sessions", () => {
  test('closes all of their sockets, and nobody else is touched', async () => {
    await openSocket(phone, 'the phone');
    await openSocket(laptop, 'the laptop');
    await openSocket(bobs, "bob's");
    await subscribe(phone, 'the phone');
    await subscribe(bobs, "bob's");
    await endSessionsOf(chat, 'alice');
    for (const session of [phone, laptop])
      await expect(requireSession(chat, session)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(closed.sort()).toEqual(['the laptop', 'the phone']);
    expect(await devicesOf('alice')).toEqual([]);
    expect(await devicesOf('bob')).toEqual(["bob's"]);
    expect(await requireSession(chat, bobs)).toEqual(bobs);
  });

  test('but for one leaves that one', async () => {
    await openSocket(phone, 'the phone');
    await openSocket(laptop, 'the laptop');
    await endSessionsOf(chat, 'alice', { except: phone.id });
    expect(closed).toEqual(['the laptop']);
    expect(await requireSession(chat, phone)).toEqual(phone);
  });

  test('closes the sockets of those, too, that have expired', async () => {
    await openSocket(phone, 'the phone');
    await chat.sessions.add({ ...phone, expiresAt: chat.clock.now() - 1 });
    await endSessionsOf(chat, 'alice');
    expect(closed).toEqual(['the phone']);
  });
});

describe('the list of sessions', () => {
  test("has one's own, the last used first, and of none what its cookie is about", async () => {
    chat.clock.advance(2 * 60 * 60_000);
    const used = await useSession(chat, phone);
    const { sessions } = await listSessions(chat, used);
    expect(sessions).toEqual([
      {
        id: phone.publicId,
        device: 'Firefox, Linux',
        createdAt: phone.createdAt,
        lastUsedAt: chat.clock.now(),
        current: true,
      },
      {
        id: laptop.publicId,
        device: 'Firefox, Linux',
        createdAt: laptop.createdAt,
        lastUsedAt: laptop.createdAt,
      },
    ]);
    for (const { id } of [phone, laptop, bobs]) expect(JSON.stringify(sessions)).not.toContain(id);
  });

  test('says of which the computer is shared', async () => {
    const credentials = { name: 'alice', password: PASSWORD, sharedComputer: true };
    const { session } = await logIn(chat, credentials, HERE);
    const { sessions } = await listSessions(chat, session);
    expect(sessions.filter(({ sharedComputer }) => sharedComputer)).toMatchObject([{ current: true }]);
  });
});

describe('revoking', () => {
  test('one of them ends that one', async () => {
    await revokeSessions(chat, phone, { id: laptop.publicId });
    await expect(requireSession(chat, laptop)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(await requireSession(chat, phone)).toEqual(phone);
  });

  test('all others ends all but the one that asks', async () => {
    await revokeSessions(chat, phone, { others: true });
    await expect(requireSession(chat, laptop)).rejects.toMatchObject(NOT_SIGNED_IN);
    expect(await requireSession(chat, phone)).toEqual(phone);
  });

  test.each(['of nobody', 'by the id of the cookie', "of somebody else's"])(
    'one %s ends none',
    async (which) => {
      const ids = {
        'of nobody': 'x',
        'by the id of the cookie': laptop.id,
        "of somebody else's": bobs.publicId,
      };
      await revokeSessions(chat, phone, { id: ids[which as keyof typeof ids] });
      for (const session of [phone, laptop, bobs])
        expect(await requireSession(chat, session)).toEqual(session);
    },
  );
});
