import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { messagesIn } from '../../frontend/state/outbox.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer } from './memory-server.ts';
import { once } from './once.ts';

let server: MemoryServer;

beforeEach(async () => {
  server = await MemoryServer.start();
  for (const name of ['alice', 'bob']) await server.signUp(name);
});

afterEach(() => server.close());

const deviceOf = (name: string, open: string, disk?: Disk) => Device.openOn(open, server, name, disk);

describe('what alice writes', () => {
  test('is shown at once as pending, then stored, and shown to bob', async () => {
    const [alice, bob] = [await deviceOf('alice', 'bob'), await deviceOf('bob', 'alice')];
    alice.chat.send('bob', 'hello');
    expect(alice.messages('bob')).toMatchObject([{ text: 'hello', state: 'pending' }]);
    await alice.untilShown('bob', ['hello']);
    await bob.untilShown('alice', ['hello']);
  });

  test('while a frame is under way goes together into the next one', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = once(() => {
      for (const text of ['b', 'c', 'd']) alice.chat.send('bob', text);
      return undefined;
    });
    alice.chat.send('bob', 'a');
    await alice.untilShown('bob', ['a', 'b', 'c', 'd']);
    expect(server.sent.map(({ messages }) => messages.map(({ text }) => text))).toEqual([
      ['a'],
      ['b', 'c', 'd'],
    ]);
  });

  test('waits while frames come too fast, with all that comes after it, and is then sent by itself', async () => {
    const [alice, bob] = [await deviceOf('alice', 'bob'), await deviceOf('bob', 'alice')];
    const refused = Promise.withResolvers<number>();
    server.faults.before = once(() => {
      refused.resolve(performance.now());
      return new Refusal('too-many-frames', { retryAfterMs: 1_000 });
    });
    alice.chat.send('bob', 'a');
    const refusedAt = await refused.promise;
    alice.chat.send('bob', 'b');
    expect(alice.messages('bob')).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
    await bob.untilShown('alice', ['a', 'b']);
    expect(performance.now() - refusedAt).toBeGreaterThanOrEqual(990);
    expect(server.opened).toBe(2);
    expect(server.sent.map(({ messages }) => messages.length)).toEqual([1, 1, 1]);
  });

  test('to one new person too many fails with the time at which it may do better, and is kept', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = once(() => new Refusal('too-many-new-conversations', { retryAfterMs: 60_000 }));
    alice.chat.send('bob', 'a');
    await alice.until(({ outbox }) => outbox[0]?.state === 'failed');
    const [{ clientId = '', failure, retryAt = 0 } = {}] = alice.messages('bob');
    expect(failure).toBe('too-many-new-conversations');
    expect(Math.abs(retryAt - Date.now() - 60_000)).toBeLessThan(5_000);
    alice.chat.retry(clientId);
    await alice.untilShown('bob', ['a']);
  });

  test('is sent again when the socket breaks before it is stored', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = once(() => 'cut' as const);
    alice.chat.send('bob', 'a');
    alice.chat.send('bob', 'b');
    await alice.untilShown('bob', ['a', 'b']);
    expect(await server.textsBetween('alice', 'bob')).toEqual(['a', 'b']);
  });

  test('is stored once when the socket breaks before the answer', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.after = once(() => 'cut' as const);
    alice.chat.send('bob', 'a');
    alice.chat.send('bob', 'b');
    await alice.untilShown('bob', ['a', 'b']);
    await alice.untilSent();
    expect(await server.textsBetween('alice', 'bob')).toEqual(['a', 'b']);
  });

  test('is on the device before she can reload, and sent by the page after that', async () => {
    const disk = new Disk();
    const before = await deviceOf('alice', 'bob', disk);
    server.faults.before = () => 'cut';
    before.chat.send('bob', 'a');
    before.chat.send('bob', 'b');
    before.chat.stop();
    expect(messagesIn(disk.all()).map(({ text }) => text)).toEqual(['a', 'b']);

    server.faults = {};
    const after = await deviceOf('alice', 'bob', disk);
    await after.untilShown('bob', ['a', 'b']);
    expect(disk.all()).toEqual([]);
  });

  test('is not doubled by a reload between storing and the answer, however much was written since', async () => {
    const disk = new Disk();
    const before = await deviceOf('alice', 'bob', disk);
    server.faults.after = () => 'cut';
    before.chat.send('bob', 'mine');
    await before.until(({ connection }) => connection === 'reconnecting');
    before.chat.stop();
    const texts = Array.from({ length: 130 }, (_, i) => `line ${i + 1}`);
    await server.store('bob', 'alice', texts);

    server.faults = {};
    const after = await deviceOf('alice', 'bob', disk);
    await after.untilSent();
    expect(await server.textsBetween('alice', 'bob')).toEqual(['mine', ...texts]);
    expect(disk.all()).toEqual([]);
  });

  test('is stored behind more than a hundred missed messages', async () => {
    const alice = await deviceOf('alice', 'bob');
    await server.store('bob', 'alice', ['before']);
    await alice.untilShown('bob', ['before']);
    server.isUp = false;
    server.cutAll();
    await alice.until(({ connection }) => connection === 'reconnecting');
    alice.chat.send('bob', 'mine');
    const texts = Array.from({ length: 130 }, (_, i) => `line ${i + 1}`);
    await server.store('bob', 'alice', texts);
    server.isUp = true;
    alice.wake();
    await alice.untilShown('bob', ['before', ...texts, 'mine']);
  });

  test('is stored even if the server has lost the log it was to follow', async () => {
    const alice = await deviceOf('alice', 'bob');
    await server.store('bob', 'alice', ['one', 'two']);
    await alice.untilShown('bob', ['one', 'two']);
    await server.forgetMessages();
    alice.chat.send('bob', 'three');
    await alice.untilShown('bob', ['three']);
  });

  test('is tried again while the server is busy', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = once(() => new Refusal('busy'));
    alice.chat.send('bob', 'a');
    await alice.untilShown('bob', ['a']);
    expect(server.sent).toHaveLength(2);
    expect(server.sent[1]?.messages).toEqual(server.sent[0]?.messages);
  });

  test('to a conversation that is not loaded yet waits for it, and takes its place at the end', async () => {
    await server.store('bob', 'alice', ['one']);
    const alice = new Device(server, 'alice');
    await alice.until(({ session }) => session.status === 'signed-in');
    await server.signUp('carol');
    await server.store('carol', 'alice', ['from carol']);
    alice.chat.send('carol', 'to carol');
    await alice.untilShown('carol', ['from carol', 'to carol']);
  });

  test('is kept apart by person: a slow conversation does not hold up another', async () => {
    await server.signUp('carol');
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = ({ to }) => (to === 'bob' ? new Refusal('busy') : undefined);
    alice.chat.send('bob', 'to bob');
    alice.chat.send('carol', 'to carol');
    await alice.untilShown('carol', ['to carol']);
    expect(alice.messages('bob')).toMatchObject([{ text: 'to bob', state: 'pending' }]);
  });
});

describe('what is refused', () => {
  test('is shown as failed with the reason; what came after it is stored; it can be sent again', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = ({ messages }) => {
      const bad = messages.findIndex(({ text }) => text === 'bad');
      return bad < 0
        ? undefined
        : new Refusal('invalid-request', { message: 'Not this.', field: `messages.${bad}.text` });
    };
    for (const text of ['good', 'bad', 'better']) alice.chat.send('bob', text);
    await alice.untilSent();
    expect(alice.messages('bob')).toMatchObject([
      { text: 'good', state: 'stored' },
      { text: 'better', state: 'stored' },
      { text: 'bad', state: 'failed', failure: 'invalid-request' },
    ]);

    server.faults = {};
    alice.chat.retry(alice.messages('bob')[2]?.clientId ?? '');
    await alice.untilShown('bob', ['good', 'better', 'bad']);
  });

  test('can be discarded, on the device as well', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.before = () => new Refusal('unknown-person');
    alice.chat.send('bob', 'bad');
    await alice.until(({ outbox }) => outbox[0]?.state === 'failed');
    alice.chat.discard(alice.messages('bob')[0]?.clientId ?? '');
    expect(alice.messages('bob')).toEqual([]);
    expect(alice.disk.all()).toEqual([]);
  });

  test('is all that is written to somebody who does not exist', async () => {
    const alice = await deviceOf('alice', 'bob');
    alice.chat.send('nobody', 'hello?');
    await alice.until(({ outbox }) => outbox[0]?.state === 'failed');
    expect(alice.messages('nobody')).toMatchObject([{ failure: 'unknown-person' }]);
    expect(server.sent).toEqual([]);
  });
});

test('on a device that is full, messages are sent, and alice is told that they would not survive', async () => {
  const disk = new Disk();
  disk.isFull = true;
  const alice = await deviceOf('alice', 'bob', disk);
  alice.chat.send('bob', 'a');
  expect(alice.state.outboxDurable).toBe(false);
  await alice.untilShown('bob', ['a']);
});
