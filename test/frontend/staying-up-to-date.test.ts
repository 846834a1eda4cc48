import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NoAnswer } from '../../frontend/net/errors.ts';
import { unreadInAll } from '../../frontend/state/news.ts';
import { shownLists } from '../../frontend/state/shown-lists.ts';
import { shownPeople } from '../../frontend/state/shown-people.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { CONVERSATIONS_PER_PAGE } from '../../lib/protocol/limits.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;

beforeEach(async () => {
  server = await MemoryServer.start();
  for (const name of ['alice', 'bob']) await server.signUp(name);
});

afterEach(() => server.close());

const deviceOf = (name: string) => Device.live(server, name);

/** Alice at a page that has lost its connection and can't get another. */
async function cutOff(alice: Device): Promise<void> {
  server.isUp = false;
  server.cutAll();
  await alice.until(({ connection }) => connection === 'reconnecting');
}

function comeBack(alice: Device): void {
  server.isUp = true;
  alice.wake();
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);

describe('alice gets what she missed', () => {
  test('when a push is lost, as soon as the next one shows the hole', async () => {
    const alice = await deviceOf('alice');
    await server.store('bob', 'alice', ['one']);
    await alice.untilShown('bob', ['one']);
    server.faults.losesPush = () => true;
    await server.store('bob', 'alice', ['two', 'three']);
    server.faults.losesPush = () => false;
    await server.store('bob', 'alice', ['four']);
    await alice.untilShown('bob', ['one', 'two', 'three', 'four']);
  });

  test('when she was cut off, however much it was', async () => {
    const alice = await deviceOf('alice');
    await server.store('bob', 'alice', ['before']);
    await alice.untilShown('bob', ['before']);
    await cutOff(alice);
    await server.store('bob', 'alice', lines(170));
    comeBack(alice);
    await alice.untilShown('bob', ['before', ...lines(170)]);
  });

  test('when it was far too much, from the end backwards', async () => {
    const alice = await deviceOf('alice');
    await server.store('bob', 'alice', ['before']);
    await alice.untilShown('bob', ['before']);
    await cutOff(alice);
    await server.store('bob', 'alice', lines(600));
    comeBack(alice);
    await alice.until(() => alice.messages('bob').at(-1)?.text === 'line 600');
    const held = alice.messages('bob').length;
    expect(held).toBeLessThan(100);
    alice.chat.loadEarlier('bob');
    await alice.until(() => alice.messages('bob').length > held);
    expect(alice.messages('bob').map(({ text }) => text)).toEqual(lines(600).slice(-held - 50));
  });

  test('in a conversation that is far down in the list, and in one that began meanwhile', async () => {
    const others = Array.from({ length: CONVERSATIONS_PER_PAGE + 5 }, (_, i) => `person-${i + 10}`);
    for (const name of others) {
      await server.signUp(name);
      await server.store(name, 'alice', ['hello']);
    }
    const alice = await deviceOf('alice');
    const last = [...others].find((name) => !alice.state.conversations.has(name)) ?? '';
    await cutOff(alice);
    await server.store(last, 'alice', ['meanwhile']);
    await server.store('bob', 'alice', ['for the first time']);
    comeBack(alice);
    await alice.untilShown(last, ['hello', 'meanwhile']);
    await alice.untilShown('bob', ['for the first time']);
  });
});

describe('alice sees', () => {
  test('who writes to her for the first time, by the display name', async () => {
    const alice = await deviceOf('alice');
    await server.signUp('zoe', 'Zoë Ortiz');
    await server.store('zoe', 'alice', ['hi']);
    await alice.until(({ people, conversations }) => {
      return people.has('zoe') && conversations.get('zoe')?.side.request === true;
    });
    expect(shownLists(alice.state, Date.now())).toMatchObject({
      current: [],
      requests: [{ person: { displayName: 'Zoë Ortiz' }, preview: 'hi', unread: 1 }],
    });
  });

  test('what she wrote on another device, and not as news', async () => {
    const [phone, laptop] = [await deviceOf('alice'), await deviceOf('alice')];
    phone.chat.send('bob', 'from the phone');
    await laptop.untilShown('bob', ['from the phone']);
    expect(unreadInAll(laptop.state, Date.now())).toBe(0);
  });

  test('whom she searches for: by the beginning of the name from the server, by the display name among those known', async () => {
    await server.signUp('carol', 'Carol Lindqvist');
    await server.signUp('carla', 'Someone Else');
    const alice = await deviceOf('alice');
    const found = () => shownPeople(alice.state).people.map(({ name }) => name);
    alice.chat.search('CAR');
    await alice.until(({ search }) => search?.found.status === 'idle');
    expect(found()).toEqual(['carla', 'carol']);
    alice.chat.search('lindq');
    await alice.until(({ search }) => search?.query === 'lindq' && search.found.status === 'idle');
    expect(found()).toEqual(['carol']);
    alice.chat.search('no such! name');
    await alice.until(({ search }) => search?.query === 'no such! name' && search.found.status === 'idle');
    expect(found()).toEqual([]);
    alice.chat.search('');
    expect(found()).toEqual(['bob', 'carla', 'carol']);
  });

  test('why there is no conversation with nobody', async () => {
    const alice = await deviceOf('alice');
    alice.chat.open('nobody');
    await alice.until(({ conversations }) => conversations.get('nobody')?.problem === 'unknown-person');
  });
});

describe('a session', () => {
  test('goes on by itself when the server was not there at first', async () => {
    server.isUp = false;
    const alice = new Device(server, 'alice');
    await alice.until(({ session }) => session.status === 'unreachable');
    comeBack(alice);
    await alice.untilLive();
  });

  test('goes on whatever else the server refuses for a time', async () => {
    const alice = await deviceOf('alice');
    const refusals = [new Refusal('foreign-origin'), new Refusal('not-found')];
    server.faults.ticket = () => {
      setImmediate(() => alice.wake());
      return refusals.pop();
    };
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    alice.wake();
    await alice.untilLive();
    expect(refusals).toEqual([]);
  });

  test('that ends elsewhere ends here, with a word, and keeps what was not sent', async () => {
    const alice = await deviceOf('alice');
    await cutOff(alice);
    alice.chat.send('bob', 'unsent');
    await server.endSession('alice');
    comeBack(alice);
    await alice.until(({ session }) => session.status === 'signed-out' && session.notice !== undefined);
    expect(alice.disk.all()).toMatchObject([{ text: 'unsent' }]);
    expect(alice.state.outbox).toEqual([]);
  });

  test('that is ended elsewhere ends here although nothing is wrong with the network, and what was kept is gone', async () => {
    const alice = await deviceOf('alice');
    await server.endSession('alice');
    await alice.until(({ session }) => session.status === 'signed-out' && session.notice !== undefined);
    expect(alice.disk.whoIsSignedIn()).toBeUndefined();
    expect(alice.state.conversations.size).toBe(0);
  });

  test('in whose place there is another one goes on, though its cookie comes a moment later', async () => {
    const alice = await deviceOf('alice');
    const cookieComes = await server.replaceSession('alice');
    await alice.until(({ connection }) => connection === 'reconnecting');
    cookieComes();
    await alice.untilLive();
    await server.store('bob', 'alice', ['after']);
    await alice.untilShown('bob', ['after']);
  });

  test('of somebody not signed in ends without a word', async () => {
    const mallory = new Device(server, 'mallory');
    await mallory.until(({ session }) => session.status === 'signed-out');
    expect(mallory.state.session).toEqual({ status: 'signed-out' });
  });

  test('that alice ends leaves nothing of hers behind', async () => {
    const disk = new Disk();
    const alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    server.faults.before = () => 'cut';
    alice.chat.send('bob', 'unsent');
    await alice.chat.logOut();
    expect(disk.all()).toEqual([]);
    expect(alice.state.session).toEqual({ status: 'signed-out' });
    expect(alice.state.conversations.size).toBe(0);
  });

  test('goes on if logging out fails', async () => {
    const alice = await deviceOf('alice');
    server.isUp = false;
    await expect(alice.chat.logOut()).rejects.toThrow(NoAnswer);
    expect(alice.state.session.status).toBe('signed-in');
  });
});
