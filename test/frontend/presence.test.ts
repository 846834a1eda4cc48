import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Device } from './device.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;

beforeEach(async () => {
  server = await MemoryServer.start();
  for (const name of ['alice', 'bob']) await server.signUp(name);
  await server.store('alice', 'bob', ['hello Bob']);
  await server.store('bob', 'alice', ['hello Alice']);
  await acceptAlice();
});

afterEach(() => server.close());

/** Bob has answered Alice, so that his page tells the server that he accepts her. */
async function acceptAlice(): Promise<void> {
  const bob = await deviceOf('bob');
  await bob.until(({ conversations }) => {
    const held = conversations.get('alice');
    return held !== undefined && held.said.request === undefined && held.wishes.length === 0;
  });
  bob.chat.stop();
  await server.untilOpen(0);
}

const deviceOf = (name: string, options?: { handOverAfterMs: number }) =>
  Device.live(server, name, undefined, options);

const isOnline = (device: Device) => device.state.presence?.presence.online;
const seesTyping = (device: Device, name: string) => device.state.typing.has(name);

describe('presence', () => {
  test('is told of the person whose conversation is open, over all of their devices', async () => {
    const alice = await deviceOf('alice');
    alice.chat.open('bob');
    await alice.until(() => isOnline(alice) === false);
    const [phone, laptop] = [await deviceOf('bob'), await deviceOf('bob')];
    await alice.until(() => isOnline(alice) === true);
    phone.chat.stop();
    await server.untilOpen(2);
    expect(isOnline(alice)).toBe(true);
    laptop.chat.stop();
    await alice.until(() => isOnline(alice) === false);
  });

  test('goes on to be told after the connection was lost, and over the one that takes its place', async () => {
    const alice = await deviceOf('alice', { handOverAfterMs: 300 });
    alice.chat.open('bob');
    await alice.until(() => isOnline(alice) === false);
    server.cutAll();
    await alice.until(({ presence }) => presence === null);
    alice.wake();
    await alice.until(() => isOnline(alice) === false);
    const before = server.opened;
    await alice.until(() => server.opened > before);
    await deviceOf('bob');
    await alice.until(() => isOnline(alice) === true);
  });

  test('is not asked for while nobody looks at the page, nor told to who hides their own', async () => {
    const [alice] = [await deviceOf('alice'), await deviceOf('bob')];
    alice.chat.open('bob');
    await alice.until(() => isOnline(alice) === true);
    const watched: (string | null)[] = [];
    server.faults.beforeOther = (frame) => {
      if (frame.action === 'watch') watched.push(frame.with);
      return undefined;
    };
    alice.chat.away(true);
    alice.chat.away(false);
    await alice.chat.changePreferences({ presence: false });
    alice.chat.close();
    alice.chat.open('bob');
    await alice.until(() => watched.length >= 3 && alice.state.presence?.presence.online !== true);
    expect(watched.slice(0, 2)).toEqual([null, 'bob']);
  });
});

describe('typing', () => {
  test('is seen by who has the conversation open, and is over when the message is there', async () => {
    const [alice, bob] = [await deviceOf('alice'), await deviceOf('bob')];
    alice.chat.open('bob');
    await alice.until(() => isOnline(alice) === true);
    bob.chat.type('alice');
    await alice.until(() => seesTyping(alice, 'bob'));
    bob.chat.send('alice', 'there it is');
    await alice.until(({ conversations }) => conversations.get('bob')?.entries.length === 3);
    expect(seesTyping(alice, 'bob')).toBe(false);
  });

  test('is said once in a while, however much is typed, and ends by itself', async () => {
    const [alice, bob] = [await deviceOf('alice'), await deviceOf('bob')];
    alice.chat.open('bob');
    await alice.until(() => isOnline(alice) === true);
    for (let i = 0; i < 50; i += 1) bob.chat.type('alice');
    await alice.until(() => seesTyping(alice, 'bob'));
    expect(server.others.filter(({ action }) => action === 'typing')).toHaveLength(1);
    const ended = () => alice.until(() => !seesTyping(alice, 'bob'));
    // It lasts longer than a device is waited for.
    await ended().catch(ended);
  }, 10_000);
});
