import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ShownMessage } from '../../frontend/state/shown-messages.ts';
import { deleteMessage } from '../../lib/chat/delete-message.ts';
import { readEntries } from '../../lib/chat/reading.ts';
import { Refusal } from '../../lib/chat/refusal.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
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

/** Alice and bob, who both see what alice has written. */
async function aliceAndBob(...texts: string[]): Promise<[Device, Device]> {
  await server.store('alice', 'bob', texts);
  const [alice, bob] = [await deviceOf('alice', 'bob'), await deviceOf('bob', 'alice')];
  await alice.untilShown('bob', texts);
  await bob.untilShown('alice', texts);
  return [alice, bob];
}

/** Ends every connection of everybody, until the function is called that it gives back. */
async function network(alice: Device): Promise<() => void> {
  server.isUp = false;
  server.cutAll();
  await alice.until(({ connection }) => connection === 'reconnecting');
  return () => {
    server.isUp = true;
    for (const device of server.devices) device.wake();
  };
}

const untilMessage = (device: Device, name: string, isSo: (message: ShownMessage | undefined) => boolean) =>
  device.until(() => isSo(device.messages(name)[0]));

async function entriesBetween(one: string, other: string): Promise<readonly Entry[]> {
  return (await readEntries(server.ports, one, { with: other, after: 0 })).entries;
}

const kindsOf = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);

describe('what alice does to a message', () => {
  test('is shown at once, and then to bob: another text, with the former one', async () => {
    const [alice, bob] = await aliceAndBob('helo');
    alice.chat.edit('bob', 1, 'hello');
    expect(alice.messages('bob')).toMatchObject([{ text: 'hello', state: 'pending' }]);
    await alice.untilShown('bob', ['hello']);
    await bob.untilShown('alice', ['hello']);
    expect(bob.messages('alice')).toMatchObject([{ former: [{ text: 'helo' }] }]);
  });

  test('is shown at once, and then to bob: that it is deleted, with no text left anywhere', async () => {
    const [alice, bob] = await aliceAndBob('secret');
    alice.chat.edit('bob', 1, 'secret too');
    await bob.untilShown('alice', ['secret too']);
    alice.chat.deleteForBoth('bob', 1);
    expect(alice.messages('bob')).toMatchObject([{ gone: 'deleted', text: '' }]);
    await untilMessage(bob, 'alice', (message) => message?.gone === 'deleted');
    await alice.untilSent();
    expect(JSON.stringify(await entriesBetween('alice', 'bob'))).not.toContain('secret');
  });

  test('is shown at once, and then to bob: a reaction, another in its place, and none', async () => {
    const [alice, bob] = await aliceAndBob('hello');
    bob.chat.react('alice', 1, '👍');
    expect(bob.messages('alice')[0]?.reactions).toEqual([{ emoji: '👍', people: ['bob'] }]);
    await untilMessage(alice, 'bob', (message) => message?.reactions.length === 1);
    alice.chat.react('bob', 1, '👍');
    await untilMessage(bob, 'alice', (message) => message?.reactions[0]?.people.length === 2);
    bob.chat.react('alice', 1, null);
    await untilMessage(alice, 'bob', (message) => message?.reactions[0]?.people.join() === 'alice');
  });

  test('is an answer to it, which shows what it answers', async () => {
    const [, bob] = await aliceAndBob('how are you?');
    bob.chat.send('alice', 'fine', { replyTo: 1 });
    await bob.untilShown('alice', ['how are you?', 'fine']);
    expect(bob.messages('alice')[1]).toMatchObject({ replyTo: 1, quoted: { text: 'how are you?' } });
  });

  test('is to forward it, which leaves what was being written there as it is', async () => {
    const [alice] = await aliceAndBob('news');
    alice.chat.changeDraft('bob', 'a draft');
    alice.chat.send('bob', 'news', { forwarded: true });
    expect(alice.state.drafts.get('bob')).toBe('a draft');
    await alice.untilShown('bob', ['news', 'news']);
    expect(alice.messages('bob')[1]).toMatchObject({ forwarded: true });
  });
});

describe('what is done without a network', () => {
  test('goes out once it is back, in order, each once', async () => {
    const [alice, bob] = await aliceAndBob('one', 'two');
    const restore = await network(alice);
    alice.chat.edit('bob', 1, 'One');
    alice.chat.deleteForBoth('bob', 2);
    alice.chat.react('bob', 1, '👍');
    alice.chat.send('bob', 'three');
    restore();
    await alice.untilSent();
    await bob.until(() => bob.messages('alice').length === 3);
    expect(kindsOf(await entriesBetween('alice', 'bob')).slice(2)).toEqual([
      'edit',
      'deletion',
      'reaction',
      'message',
    ]);
    expect(bob.messages('alice')).toMatchObject([
      { text: 'One', reactions: [{ emoji: '👍', people: ['alice'] }] },
      { gone: 'deleted' },
      { text: 'three' },
    ]);
  });

  test('survives a reload', async () => {
    await server.store('alice', 'bob', ['helo']);
    const disk = new Disk();
    const before = await deviceOf('alice', 'bob', disk);
    server.faults.beforeOther = ({ action }) => (action === 'edit-message' ? 'cut' : undefined);
    before.chat.edit('bob', 1, 'hello');
    await before.until(({ connection }) => connection === 'reconnecting');
    before.chat.stop();
    server.faults = {};
    const after = await deviceOf('alice', 'bob', disk);
    await after.untilShown('bob', ['hello']);
    expect(disk.all()).toEqual([]);
  });

  test('is one edit and one reaction, however often they were changed', async () => {
    const [alice] = await aliceAndBob('a');
    const restore = await network(alice);
    for (const text of ['b', 'c']) alice.chat.edit('bob', 1, text);
    for (const emoji of ['👍', '❤️']) alice.chat.react('bob', 1, emoji);
    restore();
    await alice.untilShown('bob', ['c']);
    await alice.untilSent();
    expect(kindsOf(await entriesBetween('alice', 'bob'))).toEqual(['message', 'edit', 'reaction']);
  });

  test('leaves a message that was never sent to be another, or none', async () => {
    const [alice] = await aliceAndBob('a');
    const restore = await network(alice);
    alice.chat.send('bob', 'helo');
    alice.chat.send('bob', 'never mind');
    const [, first, second] = alice.messages('bob');
    alice.chat.rewrite(first?.clientId ?? '', 'hello');
    alice.chat.discard(second?.clientId ?? '');
    restore();
    await alice.untilShown('bob', ['a', 'hello']);
    expect(kindsOf(await entriesBetween('alice', 'bob'))).toEqual(['message', 'message']);
  });

  test('does not change a message that may be stored already', async () => {
    const alice = await deviceOf('alice', 'bob');
    server.faults.after = () => 'cut';
    alice.chat.send('bob', 'sent');
    await alice.until(({ connection }) => connection === 'reconnecting');
    alice.chat.rewrite(alice.messages('bob')[0]?.clientId ?? '', 'another');
    expect(alice.messages('bob')).toMatchObject([{ text: 'sent' }]);
    server.faults = {};
    await alice.untilShown('bob', ['sent']);
  });
});

describe('whatever happens to the frame', () => {
  test.each(['edit', 'deletion', 'reaction'] as const)('the %s is stored once', async (kind) => {
    const [alice] = await aliceAndBob('a');
    const act = {
      edit: () => alice.chat.edit('bob', 1, 'b'),
      deletion: () => alice.chat.deleteForBoth('bob', 1),
      reaction: () => alice.chat.react('bob', 1, '👍'),
    };
    const isAct = (action: string) => !['mark', 'watch', 'change-side'].includes(action);
    const busy = once(() => new Refusal('busy'));
    const cut = once(() => 'cut' as const);
    server.faults.beforeOther = ({ action }) => (isAct(action) ? busy() : undefined);
    server.faults.afterOther = ({ action }) => (isAct(action) ? cut() : undefined);
    act[kind]();
    await alice.untilSent();
    expect(kindsOf(await entriesBetween('alice', 'bob'))).toEqual(['message', kind]);
  });

  test('an edit is stored once behind more than a hundred messages that alice has missed', async () => {
    const [alice] = await aliceAndBob('helo');
    const restore = await network(alice);
    alice.chat.edit('bob', 1, 'hello');
    await server.store(
      'bob',
      'alice',
      Array.from({ length: 130 }, (_, i) => `line ${i}`),
    );
    restore();
    await untilMessage(alice, 'bob', (message) => message?.text === 'hello' && message.state === 'stored');
    await alice.untilSent();
    expect(alice.messages('bob')).toHaveLength(131);
  });
});

describe('what is refused', () => {
  test('is as if it had not been done, and alice is told why', async () => {
    const [alice, bob] = await aliceAndBob('hello');
    bob.chat.edit('alice', 1, 'bye');
    await bob.until(({ refusedAct }) => refusedAct !== null);
    expect(bob.state.refusedAct).toEqual({ with: 'alice', kind: 'edit', problem: 'not-yours' });
    await bob.untilShown('alice', ['hello']);
    alice.chat.react('bob', 99, '👍');
    await alice.until(({ refusedAct }) => refusedAct?.problem === 'unknown-entry');
    expect(alice.state.outbox).toEqual([]);
    expect(kindsOf(await entriesBetween('alice', 'bob'))).toEqual(['message']);
  });

  test('does not hold up what was done after it', async () => {
    const [alice, bob] = await aliceAndBob('hello');
    const restore = await network(bob);
    bob.chat.edit('alice', 1, 'bye');
    bob.chat.send('alice', 'and this');
    restore();
    await alice.untilShown('bob', ['hello', 'and this']);
  });

  test('is an edit of what was deleted on another device meanwhile', async () => {
    const [alice] = await aliceAndBob('hello');
    const restore = await network(alice);
    alice.chat.edit('bob', 1, 'bye');
    const other = { connectionId: 'another device', person: 'alice', session: 'another' };
    const about = { id: 'f', with: 'bob', after: 1, clientId: 'other', target: 1 };
    await deleteMessage(server.ports, other, { action: 'delete-message', ...about });
    restore();
    await alice.until(({ refusedAct }) => refusedAct?.problem === 'message-deleted');
    expect(alice.messages('bob')).toMatchObject([{ gone: 'deleted' }]);
  });
});

describe('what alice is answering or editing', () => {
  const answer = { about: 'reply', clientId: 'c', text: 'one', seq: 1 } as const;
  const edit = { about: 'edit', clientId: 'd', text: 'helo', seq: 2, typed: 'hello th' } as const;

  test('is so when she comes back to the conversation, and after a reload, with what she has written', async () => {
    await server.store('alice', 'bob', ['one', 'helo']);
    const disk = new Disk();
    const before = await deviceOf('alice', 'bob', disk);
    before.chat.compose('bob', edit);
    before.chat.open('alice');
    before.chat.compose('alice', answer);
    before.chat.stop();
    const after = await deviceOf('alice', 'bob', disk);
    expect([...after.state.composing]).toEqual([
      ['bob', edit],
      ['alice', answer],
    ]);
    after.chat.compose('bob', null);
    expect([...disk.composing.keys()]).toEqual(['alice']);
  });

  test('is nothing any more once that is deleted for both: nobody is to read it there', async () => {
    const [alice, bob] = await aliceAndBob('one', 'two');
    bob.chat.compose('alice', answer);
    alice.chat.deleteForBoth('bob', 2);
    await bob.until(() => bob.messages('alice')[1]?.gone === 'deleted');
    expect(bob.state.composing.get('alice')).toEqual(answer);
    alice.chat.deleteForBoth('bob', 1);
    await bob.until(({ composing }) => composing.size === 0);
    expect(bob.disk.composing.size).toBe(0);
  });
});

describe('a message that is deleted for both', () => {
  test('is gone from what the device keeps, though the conversation was not open', async () => {
    await server.store('alice', 'bob', ['secret', 'other']);
    const disk = new Disk();
    const before = await deviceOf('bob', 'alice', disk);
    await before.untilShown('alice', ['secret', 'other']);
    await until(async () => (await disk.copy.newest('alice', 10)).length === 2);
    before.chat.stop();
    const alice = await deviceOf('alice', 'bob');
    alice.chat.deleteForBoth('bob', 1);
    await alice.untilSent();
    await deviceOf('bob', 'alice', disk);
    await until(async () => (await disk.copy.newest('alice', 10)).length === 3);
    expect(await disk.copy.newest('alice', 10)).toMatchObject([
      { text: '', gone: 'deleted' },
      { text: 'other' },
      { kind: 'deletion' },
    ]);
  });
});

/** What the device writes, it writes a moment later. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
