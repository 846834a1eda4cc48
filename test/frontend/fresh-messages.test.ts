import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFreshMessages } from '../../frontend/notifications/fresh-messages.ts';
import { FOR_EVER } from '../../lib/protocol/side.ts';
import { Device } from './device.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;
let alice: Device;

beforeEach(async () => {
  server = await MemoryServer.start();
  for (const name of ['alice', 'bob', 'mallory']) await server.signUp(name);
  await server.store('alice', 'bob', ['hello Bob']);
  await server.store('bob', 'alice', ['there before']);
  alice = new Device(server, 'alice');
  await alice.untilLive();
});

afterEach(() => server.close());

const held = (name: string) => alice.state.conversations.get(name)?.entries.length ?? 0;

test('alice is told of what comes, once, and not of what was there', async () => {
  const fresh = createFreshMessages(alice.state);
  await server.store('bob', 'alice', ['new']);
  await alice.until(() => held('bob') === 3);
  expect(fresh(alice.state, Date.now())).toMatchObject([{ with: 'bob', message: { text: 'new' } }]);
  alice.chat.hasRead('bob', 3);
  expect(fresh(alice.state, Date.now())).toEqual([]);
});

test('nobody is told of who is muted, blocked, or not accepted', async () => {
  const fresh = createFreshMessages(alice.state);
  await server.store('mallory', 'alice', ['buy this']);
  await alice.until(({ conversations }) => conversations.get('mallory')?.said.request === true);
  alice.chat.changeSide('bob', { mutedUntil: FOR_EVER });
  await server.store('bob', 'alice', ['in silence']);
  await alice.until(() => held('bob') === 3);
  alice.chat.changeSide('bob', { mutedUntil: 0, blocked: true });
  await server.store('bob', 'alice', ['unheard']);
  expect(fresh(alice.state, Date.now())).toEqual([]);
});

test('what came while somebody was muted is not told when they are heard again', async () => {
  const fresh = createFreshMessages(alice.state);
  alice.chat.changeSide('bob', { mutedUntil: FOR_EVER });
  await server.store('bob', 'alice', ['in silence']);
  await alice.until(() => held('bob') === 3);
  expect(fresh(alice.state, Date.now())).toEqual([]);
  alice.chat.changeSide('bob', { mutedUntil: 0 });
  expect(fresh(alice.state, Date.now())).toEqual([]);
  await server.store('bob', 'alice', ['aloud']);
  await alice.until(() => held('bob') === 4);
  expect(fresh(alice.state, Date.now())).toMatchObject([{ with: 'bob', message: { text: 'aloud' } }]);
});
