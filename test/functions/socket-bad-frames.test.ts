import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MAX_FRAME_BYTES } from '../../lib/protocol/limits.ts';
import { BAD_FRAMES, GOOD_FRAME } from './bad-frames.ts';
import { frameEvent, lambdaContext } from './events.ts';
import { type Socket, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const PEOPLE = ['alice', 'bob'];

let world: World;
let alice: Socket;
/** What everybody has before any of the bad frames comes. */
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  const [first, second] = await Promise.all(PEOPLE.map((name) => signUp(world, name)));
  alice = (await first?.openSocket()) as Socket;
  await second?.openSocket();
  const messages = ['Hello', 'Anybody there?'].map((text, i) => ({ clientId: `before-${i}`, text }));
  await alice.send({ ...GOOD_FRAME, after: 0, messages });
  before = await everything();
  world.connections.posts.length = 0;
});

afterAll(() => world?.stop());

const SIDES = ['alice', 'bob', 'zoe'].flatMap((peer) => PEOPLE.map((person) => ({ person, peer })));

/** All that a frame could have changed. */
async function everything() {
  const { entries, peers, shelves, preferences, connections } = world.store;
  const pairs = ['alice:bob', 'alice:alice', 'alice:zoe', 'bob:bob', 'bob:carol'];
  return {
    logs: await Promise.all(pairs.map((pair) => entries.before(pair, Number.MAX_SAFE_INTEGER, 100))),
    peers: await Promise.all(PEOPLE.map((name) => peers.list(name, { limit: 100 }))),
    sides: await peers.sides(SIDES),
    shelves: await shelves.of(SIDES),
    preferences: await preferences.of(PEOPLE),
    connections: await Promise.all(PEOPLE.map((name) => connections.live(name, Date.now()))),
  };
}

test.each(BAD_FRAMES)(
  '$what: refused with $code, and nothing is stored',
  async ({ text, code, id, field }) => {
    const answer = await alice.sendText(text);
    expect(answer).toEqual({
      action: 'error',
      id,
      code,
      message: expect.stringMatching(/\.$/),
      ...(field !== undefined && { field }),
    });
    expect(await everything()).toEqual(before);
    expect(world.connections.posts).toEqual([]);
  },
);

test('a binary frame is refused as JSON that cannot be read', async () => {
  const body = Buffer.from(JSON.stringify(GOOD_FRAME));
  // API Gateway hands no binary frames on; serverless-offline does, as a Buffer.
  const event = { ...frameEvent('$default', alice.connectionId, alice.identity, ''), body };
  const answer = await world.socketRoutes.$default(event, lambdaContext());
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ action: 'error', id: null, code: 'invalid-json' });
});

test('what is wrong with a frame is in the log by its code alone', () => {
  world.log.expectNoSecrets();
  const refused = world.log.lines().filter((line) => 'refused' in line);
  expect(refused.length).toBeGreaterThanOrEqual(BAD_FRAMES.length);
  expect(world.log.lines()).not.toContainEqual(expect.objectContaining({ level: 'error' }));
});

test('the socket stays good: the frame that the bad ones were made from is stored, with 32 KB of it', async () => {
  const answer = await alice.sendText(JSON.stringify(GOOD_FRAME).padEnd(MAX_FRAME_BYTES));
  expect(answer).toMatchObject({ action: 'stored', id: 'f1', stored: [{ clientId: 'm1', seq: 3 }] });
});
