import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { metricsIn } from './embedded-metrics.ts';
import { authorizerEvent, FOREIGN_ORIGIN, frameEvent, lambdaContext } from './events.ts';
import { jsonRequest, offering, type Person, type Socket, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;
let bob: Person;
let laptop: Socket;
let seen = 0;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = [await signUp(world, 'alice'), await signUp(world, 'bob')];
  laptop = await alice.openSocket();
});

beforeEach(() => {
  newLines();
});

afterAll(() => world?.stop());

/** The lines since the last look. */
function newLines(): Record<string, unknown>[] {
  const lines = world.log.lines().slice(seen);
  seen += lines.length;
  return lines;
}

function message(to: string, after: number, ...texts: readonly string[]) {
  const messages = texts.map((text, i) => ({ clientId: `m${after + i + 1}`, text }));
  return { action: 'send-message', id: 'f1', to, after, messages };
}

describe('a message', () => {
  test('is one line: who, on which connection, what was stored and pushed, and how long it took', async () => {
    const [phone, tablet] = [await bob.openSocket(), await bob.openSocket()];
    const [lost, broken] = [await bob.openSocket(), await alice.openSocket()];
    world.connections.gone.add(lost.connectionId);
    world.connections.failing.add(broken.connectionId);
    newLines();
    await laptop.send(message('bob', 0, 'Hello, devices', 'How are you?'));
    const [warning, line, ...more] = newLines();
    expect(more).toEqual([]);
    expect(warning).toEqual({
      level: 'warn',
      event: 'push failed',
      requestId: lambdaContext().awsRequestId,
      person: 'alice',
      connectionId: broken.connectionId,
    });
    expect(line).toEqual({
      level: 'info',
      event: 'frame',
      requestId: lambdaContext().awsRequestId,
      gatewayRequestId: 'GXLKJfX4FiACG1w=',
      route: 'send-message',
      connectionId: laptop.connectionId,
      person: 'alice',
      ms: expect.any(Number),
      stage: 'test',
      MessagesStored: 2,
      AppendRounds: 2,
      PushesDelivered: 2,
      PushesGone: 1,
      PushesFailed: 1,
      StoredToPushed: expect.any(Number),
      _aws: expect.any(Object),
    });
    expect(Object.keys(metricsIn(line ?? {}))).toHaveLength(6);
    for (const each of [phone, tablet, broken]) await each.close();
  });

  test('that is refused is a line that says why, without metrics', async () => {
    await laptop.send(message('nobody-has-this-name', 0, 'Hello?'));
    const [line, ...more] = newLines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ event: 'frame', person: 'alice', refused: 'unknown-person' });
    expect(line).not.toHaveProperty('_aws');
  });
});

test('messages that are sent at the same time do not mix their lines', async () => {
  const people = await Promise.all(['carol', 'dave', 'erin', 'frank'].map((name) => signUp(world, name)));
  const sockets = await Promise.all(people.map((person) => person.openSocket()));
  newLines();
  // Even if a runtime hands all of them the same context.
  const context = lambdaContext('the same for all');
  await Promise.all(
    sockets.map(({ connectionId, identity }, i) => {
      const texts = Array.from({ length: i + 1 }, (_, n) => `number ${n} of ${identity.person}`);
      const text = JSON.stringify(message('bob', 0, ...texts));
      world.log.keepSecretsOf(text);
      return world.socketRoutes['send-message'](
        frameEvent('send-message', connectionId, identity, text),
        context,
      );
    }),
  );
  const lines = new Map(newLines().map((line) => [line.connectionId, line]));
  expect(lines.size).toBe(sockets.length);
  for (const [i, { connectionId, identity }] of sockets.entries()) {
    const line = lines.get(connectionId);
    expect(line).toMatchObject({ person: identity.person, requestId: 'the same for all' });
    expect(metricsIn(line ?? {})).toEqual({ MessagesStored: i + 1, AppendRounds: i + 1 });
  }
});

describe('a log-in', () => {
  test('that is refused is counted, and says nothing of who it claimed to be', async () => {
    const typed = { name: 'a password in the wrong field', password: 'not the password of alice' };
    const { status } = await world.request('POST /api/log-in', jsonRequest(typed));
    const [line, ...more] = newLines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ route: 'POST /api/log-in', status, refused: 'wrong-credentials' });
    expect(metricsIn(line ?? {})).toEqual({ LogInsRefused: 1 });
    expect(line).not.toHaveProperty('person');
    expect(JSON.stringify(line)).not.toContain('wrong field');
  });

  test('that succeeds says who it was, and counts nothing', async () => {
    const { name, password } = alice;
    await world.request('POST /api/log-in', jsonRequest({ name, password }));
    const [line] = newLines();
    expect(line).toMatchObject({ status: 200, person: 'alice' });
    expect(line).not.toHaveProperty('_aws');
  });
});

test('a request says who it is for once the session is found, and not before', async () => {
  const { cookie } = alice;
  await alice.get('/api/people');
  await world.request('GET /api/people', { cookies: [`${cookie}x`] });
  const [hers, forged] = newLines();
  expect(hers).toMatchObject({ route: 'GET /api/people', status: 200, person: 'alice' });
  expect(forged).toMatchObject({ status: 401, refused: 'not-signed-in' });
  expect(forged).not.toHaveProperty('person');
});

test('a gateway that gives a request the same id as the function does is not written down twice', async () => {
  const event = frameEvent('ping', laptop.connectionId, laptop.identity, '{"action":"ping","id":"f1"}');
  await world.socketRoutes.ping(event, lambdaContext(event.requestContext.requestId));
  expect(newLines()).toEqual([expect.not.objectContaining({ gatewayRequestId: expect.anything() })]);
});

test('a whole story is one line for each of its events, all with ids, and nothing in them is secret', async () => {
  const mallory = await signUp(world, 'mallory');
  const secretOfCookie = mallory.cookie.replace(/^.*=/, '');
  await world.request('POST /api/register', jsonRequest({ name: 'mallory', password: 'one more password' }));
  await mallory.get('/api/bootstrap');
  const { ticket } = (await mallory.post('/api/ticket')).body as { ticket: string };
  await world.authorizer(authorizerEvent({ ...offering(ticket), Origin: FOREIGN_ORIGIN }));
  await world.authorizer(authorizerEvent(offering(ticket)));
  await world.authorizer(authorizerEvent(offering(ticket)));
  // Ticket, handshake, $connect.
  const phone = await mallory.openSocket();
  await phone.send({ action: 'ping', id: 'f1' });
  await phone.send(message('alice', 0, 'A text for alice alone', 'and another one'));
  await phone.send(message('alice', 0, 'A text for alice alone', 'and another one'));
  await phone.send(message('alice', 9, 'A text with a wrong after'));
  await phone.sendText('{"action":"send-message","text":"not even JSON');
  await phone.send({ action: 'dance', id: 'f1', text: 'to the music of time' });
  await mallory.get('/api/entries', { with: 'alice' });
  await mallory.get('/api/conversations');
  await mallory.get('/api/nothing', { text: 'what is asked for' });
  await phone.close();
  await mallory.post('/api/log-out');

  const lines = newLines();
  const requests = lines.filter(({ event }) => event === 'request');
  expect(requests.map(({ route, status }) => `${route} ${status}`)).toEqual([
    'POST /api/register 201',
    'POST /api/register 409',
    'GET /api/bootstrap 200',
    'POST /api/ticket 200',
    'POST /api/ticket 200',
    'GET /api/entries 200',
    'GET /api/conversations 200',
    '$default 404',
    'POST /api/log-out 204',
  ]);
  const handshakes = lines.filter(({ event }) => event === 'handshake');
  expect(handshakes.map(({ person, refused }) => person ?? refused)).toEqual([
    'foreign-origin',
    'mallory',
    'not-signed-in',
    'mallory',
  ]);
  const frames = lines.filter(({ event }) => event === 'frame');
  expect(frames.map(({ route, refused }) => (refused ? `${route} ${refused}` : route))).toEqual([
    '$connect',
    'ping',
    'send-message',
    'send-message',
    'send-message unknown-after',
    '$default invalid-json',
    '$default unknown-action',
    '$disconnect',
  ]);
  for (const { person, connectionId } of frames) {
    expect([person, connectionId]).toEqual(['mallory', phone.connectionId]);
  }
  expect(requests.length + handshakes.length + frames.length).toBe(lines.length);
  for (const line of lines) {
    expect(line).toMatchObject({ level: 'info', requestId: expect.any(String), ms: expect.any(Number) });
    metricsIn(line);
  }

  const { passwordHash } = (await world.store.people.find('mallory')) ?? {};
  const secrets = [passwordHash, mallory.password, 'one more password', ticket, secretOfCookie];
  secrets.push('for alice', 'and another', 'wrong after', 'not even', 'music', 'what is asked for');
  const written = JSON.stringify(world.log.lines());
  for (const secret of secrets) {
    expect(secret).toEqual(expect.any(String));
    expect(written).not.toContain(secret);
  }
  world.log.expectNoSecrets();
});
