import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EntriesPage } from '../../lib/protocol/rest.ts';
import type { Stored } from '../../lib/protocol/server-frames.ts';
import { textsOf } from '../support/texts.ts';
import { type Person, type Socket, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let bob: Person;
/** Somebody without a past, for each test. */
let partner: Person;
let aliceLaptop: Socket;
let alicePhone: Socket;
let partnerPhone: Socket;
let partners = 0;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = [await signUp(world, 'alice'), await signUp(world, 'bob')];
  [aliceLaptop, alicePhone] = [await alice.openSocket(), await alice.openSocket()];
});

beforeEach(async () => {
  partners += 1;
  partner = await signUp(world, `partner-${partners}`);
  partnerPhone = await partner.openSocket();
  world.connections.posts.length = 0;
});

afterAll(() => world?.stop());

/** A frame with messages whose clientIds are m1, m2 … in their order. */
function frame(texts: readonly string[], after = 0, firstId = 1) {
  const messages = texts.map((text, i) => ({ clientId: `m${firstId + i}`, text }));
  return { action: 'send-message', id: 'f1', to: partner.name, after, messages };
}

/** What partner reads of the conversation with alice. */
async function readByPartner() {
  const { body } = await partner.get('/api/entries', { with: 'alice', after: '0' });
  return (body as EntriesPage).entries;
}

describe('a message of alice', () => {
  test('is stored, and answered with its place in the log', async () => {
    const before = Date.now();
    const answer = await aliceLaptop.send(frame(['Hello, partner']));
    expect(answer).toEqual({
      action: 'stored',
      id: 'f1',
      with: partner.name,
      stored: [{ clientId: 'm1', seq: 1, at: expect.any(Number), messages: 1 }],
    });
    const { at = 0 } = (answer as Stored).stored[0] ?? {};
    expect(at).toBeGreaterThanOrEqual(before);
    const entry = { kind: 'message', seq: 1, from: 'alice', clientId: 'm1', at, messages: 1 };
    expect(await readByPartner()).toEqual([{ ...entry, text: 'Hello, partner' }]);
  });

  test('is posted to every device of both, under the name of the other, but not to the one that sent it', async () => {
    await aliceLaptop.send(frame(['Hello, devices']));
    const { posts } = world.connections;
    expect(posts.map(({ connectionId }) => connectionId).sort()).toEqual(
      [alicePhone.connectionId, partnerPhone.connectionId].sort(),
    );
    const entries = await readByPartner();
    const posted = (to: Socket) => posts.find(({ connectionId }) => connectionId === to.connectionId)?.frame;
    expect(posted(partnerPhone)).toEqual({ action: 'entries', with: 'alice', entries });
    expect(posted(alicePhone)).toEqual({ action: 'entries', with: partner.name, entries });
  });

  test('reaches nobody else: bob, who is connected as well, gets nothing', async () => {
    const { connectionId } = await bob.openSocket();
    await aliceLaptop.send(frame(['Not for bob']));
    expect(world.connections.posts.map((post) => post.connectionId)).not.toContain(connectionId);
    const { body } = await bob.get('/api/entries', { with: 'alice' });
    expect((body as EntriesPage).entries).toEqual([]);
  });

  test('is kept exactly as it was sent', async () => {
    const texts = [
      '  spaces  ',
      '\n\ttabs\u0000and nulls\n',
      '👩‍👩‍👧 é e\u0301',
      '<script>alert(1)</script>',
      '"\\',
    ];
    await aliceLaptop.send(frame(texts));
    expect(textsOf(await readByPartner())).toEqual(texts);
  });

  test('may have 4,000 characters of four bytes each', async () => {
    const text = '🐘'.repeat(4_000);
    expect(await aliceLaptop.send(frame([text]))).toMatchObject({ action: 'stored' });
    expect(textsOf(await readByPartner())[0]).toBe(text);
  });

  test('goes together with up to nine others, in their order', async () => {
    const texts = Array.from({ length: 10 }, (_, i) => `number ${i}`);
    const { stored } = (await aliceLaptop.send(frame(texts))) as Stored;
    expect(stored.map(({ clientId, seq }) => [clientId, seq])).toEqual(
      texts.map((_, i) => [`m${i + 1}`, i + 1]),
    );
    expect(textsOf(await readByPartner())).toEqual(texts);
    // One frame to each device, not ten.
    expect(world.connections.posts).toHaveLength(2);
  });

  test('that is sent again is stored once, and answered alike', async () => {
    const first = await aliceLaptop.send(frame(['Once']));
    const again = await alicePhone.send(frame(['Once']));
    expect(again).toEqual(first);
    expect(await readByPartner()).toHaveLength(1);
  });

  test('goes to somebody whose name is written in capitals', async () => {
    const answer = await aliceLaptop.send({ ...frame(['Hello']), to: partner.name.toUpperCase() });
    expect(answer).toMatchObject({ action: 'stored', with: partner.name });
  });

  test('comes from whom the connection belongs to: the frame cannot say otherwise', async () => {
    await partnerPhone.send({ ...frame(['From partner']), to: 'alice' });
    expect((await readByPartner()).map(({ from }) => from)).toEqual([partner.name]);
  });

  test('puts the conversation into the lists of both', async () => {
    await aliceLaptop.send(frame(['Listed']));
    const { body } = await partner.get('/api/conversations');
    expect(body).toMatchObject({
      conversations: [{ with: { name: 'alice' }, entries: [{ text: 'Listed' }] }],
    });
    const { body: alices } = await alice.get('/api/conversations');
    const names = (alices as { conversations: { with: { name: string } }[] }).conversations;
    expect(names.map((each) => each.with.name)).toContain(partner.name);
  });

  test('goes on from what both have written', async () => {
    await aliceLaptop.send(frame(['Hello']));
    await partnerPhone.send({ ...frame(['Hello, alice'], 1), to: 'alice' });
    const { stored } = (await aliceLaptop.send(frame(['How are you?'], 2, 2))) as Stored;
    expect(stored).toEqual([{ clientId: 'm2', seq: 3, at: expect.any(Number), messages: 3 }]);
  });
});

describe('a device that is gone', () => {
  test('is forgotten, and the message is stored and reaches the others all the same', async () => {
    const brokenTablet = await partner.openSocket();
    world.connections.gone.add(brokenTablet.connectionId);
    expect(await aliceLaptop.send(frame(['To whom is there']))).toMatchObject({ action: 'stored' });
    expect(await readByPartner()).toHaveLength(1);
    const live = await world.store.connections.live(partner.name, Date.now());
    expect(live.map(({ connectionId }) => connectionId)).toEqual([partnerPhone.connectionId]);
    expect(world.connections.posts.map(({ connectionId }) => connectionId)).toContain(
      partnerPhone.connectionId,
    );
  });

  test('and has said so gets no more posts', async () => {
    await partnerPhone.close();
    await aliceLaptop.send(frame(['Anybody there?']));
    expect(world.connections.posts.map(({ connectionId }) => connectionId)).toEqual([
      alicePhone.connectionId,
    ]);
  });
});

test('no text is in the log, which says who and how long', () => {
  world.log.expectNoSecrets();
  expect(world.log.lines()).toContainEqual(
    expect.objectContaining({
      level: 'info',
      event: 'frame',
      route: 'send-message',
      connectionId: aliceLaptop.connectionId,
      person: 'alice',
      ms: expect.any(Number),
    }),
  );
});
