import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { ConversationsPage, EntriesPage, StarredPage } from '../../lib/protocol/rest.ts';
import type { Stored } from '../../lib/protocol/server-frames.ts';
import { frameEvent, lambdaContext } from './events.ts';
import { type Person, type Socket, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let bob: Person;
let laptop: Socket;
let phone: Socket;

/** Alice has written to bob, who has accepted it; both are there. */
beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = (await Promise.all(['alice', 'bob'].map((name) => signUp(world, name)))) as [Person, Person];
  laptop = await alice.openSocket();
  phone = await bob.openSocket();
  const messages = ['Helo', 'How are you?'].map((text, i) => ({ clientId: `m${i}`, text }));
  await laptop.send({ action: 'send-message', id: 'f1', to: 'bob', after: 0, messages });
  await phone.send({ action: 'change-side', id: 'f2', with: 'alice', accepted: true });
});

afterAll(() => world?.stop());

const entries = async (person: Person, other: Person) =>
  ((await person.get('/api/entries', { with: other.name, after: '0' })).body as EntriesPage).entries;
const conversation = async (person: Person) =>
  ((await person.get('/api/conversations')).body as ConversationsPage).conversations[0];
const about = (after: number, clientId: string) => ({ id: 'f3', with: 'bob', after, clientId, target: 1 });
/** What was pushed to a socket, in order. */
const pushedTo = ({ connectionId }: Socket) =>
  world.connections.posts.filter((post) => post.connectionId === connectionId).map(({ frame }) => frame);

describe('two people', () => {
  test('edit, react and delete, each once, and see what becomes of the log', async () => {
    const edit = { action: 'edit-message', ...about(2, 'e1'), text: 'Hello' };
    const [first, second] = [await laptop.send(edit), await laptop.send(edit)] as Stored[];
    expect(second?.stored).toEqual(first?.stored);
    await phone.send({ action: 'react', ...about(3, 'r1'), with: 'alice', emoji: '👋🏽' });
    expect(await entries(bob, alice)).toMatchObject([
      { kind: 'message', text: 'Helo' },
      { kind: 'message' },
      { kind: 'edit', seq: 3, target: 1, text: 'Hello' },
      { kind: 'reaction', seq: 4, from: 'bob', target: 1, emoji: '👋🏽' },
    ]);
    await laptop.send({ action: 'delete-message', ...about(4, 'd1') });
    const log: readonly Entry[] = await entries(bob, alice);
    expect(log[0]).toMatchObject({ text: '', gone: 'deleted' });
    expect(log[2]).toMatchObject({ text: '', gone: 'deleted' });
    expect(pushedTo(phone).at(-1)).toMatchObject({
      action: 'entries',
      entries: [{ kind: 'deletion', seq: 5 }],
    });
    expect(JSON.stringify(log)).not.toMatch(/Helo|Hello/);
  });

  test('can do nothing to each other’s messages but react', async () => {
    for (const action of ['edit-message', 'delete-message']) {
      const text = action === 'edit-message' ? { text: 'Mine' } : {};
      const frame = { action, ...about(5, 'x1'), with: 'alice', target: 2, ...text };
      expect(await phone.send(frame)).toMatchObject({ action: 'error', code: 'not-yours', field: 'target' });
    }
    expect(await entries(alice, bob)).toHaveLength(5);
  });

  test('tell each other up to where they have read', async () => {
    expect(await phone.send({ action: 'mark', id: 'f4', with: 'alice', read: 2 })).toMatchObject({
      action: 'marked',
      received: 2,
      read: 2,
    });
    expect(pushedTo(laptop).at(-1)).toEqual({ action: 'receipt', with: 'bob', received: 2, read: 2 });
    expect(await conversation(alice)).toMatchObject({ theirs: { received: 2, read: 2 } });
  });

  test('know who is there and who types, where they have each other open', async () => {
    expect(await laptop.send({ action: 'watch', id: 'f5', with: 'bob' })).toMatchObject({
      action: 'presence',
      presence: { online: true },
    });
    const text = JSON.stringify({ action: 'typing', to: 'alice' });
    const event = frameEvent('typing', phone.connectionId, phone.identity, text);
    expect(await world.socketRoutes.typing(event, lambdaContext())).toEqual({ statusCode: 200 });
    expect(pushedTo(laptop).at(-1)).toEqual({ action: 'typing', with: 'bob' });
    await phone.close();
    expect(pushedTo(laptop).at(-1)).toMatchObject({
      presence: { online: false, lastSeen: expect.any(Number) },
    });
    phone = await bob.openSocket();
    expect(pushedTo(laptop).at(-1)).toMatchObject({ presence: { online: true } });
  });

  test('get no answer to typing that is not as it should be', async () => {
    for (const text of ['{"action":"typing","to":7}', '{"action":"typing"', '']) {
      const event = frameEvent('typing', phone.connectionId, phone.identity, text);
      expect(await world.socketRoutes.typing(event, lambdaContext())).toEqual({ statusCode: 200 });
    }
  });

  test('star what they want to find again', async () => {
    await phone.send({ action: 'change-side', id: 'f6', with: 'alice', star: [1, 2] });
    const { starred } = (await bob.get('/api/starred')).body as StarredPage;
    // The first one is deleted.
    expect(starred).toMatchObject([{ with: { name: 'alice' }, entry: { seq: 2, text: 'How are you?' } }]);
  });

  test('report each other to those who run the chat, who are told of it', async () => {
    expect((await bob.post('/api/report', { with: 'alice' })).status).toBe(204);
    expect((await bob.post('/api/report', { with: 'nobody' })).status).toBe(404);
    const { items } = await world.store.auditTrail.of('alice', { limit: 1 });
    expect(items).toMatchObject([{ event: 'reported', by: 'bob' }]);
  });

  test('block each other, of which only one learns', async () => {
    await phone.send({ action: 'change-side', id: 'f7', with: 'alice', blocked: true });
    const before = pushedTo(phone).length;
    const messages = [{ clientId: 'm9', text: 'Do you hear me?' }];
    expect(
      await laptop.send({ action: 'send-message', id: 'f8', to: 'bob', after: 5, messages }),
    ).toMatchObject({ action: 'stored' });
    expect(pushedTo(phone)).toHaveLength(before);
    expect((await entries(bob, alice)).at(-1)).toMatchObject({ text: '', gone: 'blocked' });
    expect((await entries(alice, bob)).at(-1)).toMatchObject({ text: 'Do you hear me?' });
    expect(await conversation(alice)).not.toHaveProperty('side.blocked');
  });
});
