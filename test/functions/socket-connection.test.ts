import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectEvent, disconnectEvent, frameEvent, lambdaContext } from './events.ts';
import { type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const LEASE_MS = 10 * 60_000;

let world: World;
let alice: Person;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
});

afterAll(() => world?.stop());

async function liveConnections(): Promise<string[]> {
  return (await world.store.connections.live('alice', Date.now())).map(({ connectionId }) => connectionId);
}

describe('$connect', () => {
  test('selects the sub-protocol, or a browser would end the socket', async () => {
    const { identity } = await alice.openSocket();
    const event = connectEvent('c1', identity);
    const answer = await world.socketRoutes.$connect(event, lambdaContext());
    expect(answer).toEqual({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat.v1' } });
  });

  test('holds the connection for a lease', async () => {
    const before = Date.now();
    const { connectionId, identity } = await alice.openSocket();
    const held = (await world.store.connections.live('alice', before)).filter(
      (connection) => connection.connectionId === connectionId,
    );
    expect(held).toEqual([
      { person: 'alice', connectionId, session: identity.session, leaseEndsAt: expect.any(Number) },
    ]);
    expect(held[0]?.leaseEndsAt).toBeGreaterThanOrEqual(before + LEASE_MS);
    expect(held[0]?.leaseEndsAt).toBeLessThanOrEqual(Date.now() + LEASE_MS);
  });

  test('fails for a connection of which no authorizer has said who it is', async () => {
    const opening = world.socketRoutes.$connect(connectEvent('of-nobody'), lambdaContext());
    await expect(opening).rejects.toThrow('authorizer');
  });
});

describe('ping', () => {
  test('is answered with pong and the clock of the server', async () => {
    const before = Date.now();
    const pong = await (await alice.openSocket()).send({ action: 'ping', id: 'f2' });
    expect(pong).toEqual({
      action: 'pong',
      id: 'f2',
      at: expect.any(Number),
      preferences: { readReceipts: true, presence: true },
    });
    const { at } = pong as { at: number };
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  test('takes a connection up again that was taken for gone', async () => {
    const socket = await alice.openSocket();
    await world.store.connections.remove('alice', socket.connectionId);
    expect(await liveConnections()).not.toContain(socket.connectionId);
    await socket.send({ action: 'ping', id: 'f1' });
    expect(await liveConnections()).toContain(socket.connectionId);
  });

  test('of a connection of nobody is our fault, and changes nothing', async () => {
    const event = frameEvent('ping', 'of-nobody', undefined, '{"action":"ping","id":"f1"}');
    const { body = '' } = await world.socketRoutes.ping(event, lambdaContext());
    expect(JSON.parse(body)).toMatchObject({ action: 'error', id: 'f1', code: 'internal' });
  });
});

describe('$disconnect', () => {
  test('forgets the connection, and no other', async () => {
    const [phone, laptop] = [await alice.openSocket(), await alice.openSocket()];
    await phone.close();
    const live = await liveConnections();
    expect(live).not.toContain(phone.connectionId);
    expect(live).toContain(laptop.connectionId);
  });

  test('of a connection that is forgotten already is no trouble', async () => {
    const event = disconnectEvent('never-held', { person: 'alice', session: 's1' });
    await expect(world.socketRoutes.$disconnect(event, lambdaContext())).resolves.toMatchObject({
      statusCode: 200,
    });
  });
});

describe('a frame whose action is the name of a life cycle route', () => {
  test('$connect holds nothing', async () => {
    const socket = await alice.openSocket();
    await socket.close();
    const event = frameEvent(
      '$connect',
      socket.connectionId,
      socket.identity,
      '{"action":"$connect","id":"f1"}',
    );
    await world.socketRoutes.$connect(event, lambdaContext());
    expect(await liveConnections()).not.toContain(socket.connectionId);
  });

  test('$disconnect forgets nothing', async () => {
    const { connectionId, identity } = await alice.openSocket();
    const event = frameEvent('$disconnect', connectionId, identity, '{"action":"$disconnect","id":"f1"}');
    await world.socketRoutes.$disconnect(event, lambdaContext());
    expect(await liveConnections()).toContain(connectionId);
  });
});

test('nothing secret is in the log', () => {
  world.log.expectNoSecrets();
});
