import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SocketTicket } from '../../lib/protocol/rest.ts';
import { authorizerEvent, FOREIGN_ORIGIN } from './events.ts';
import { offering, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

const METHOD_ARN = authorizerEvent({}).methodArn;

let world: World;
let alice: Person;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
});

afterAll(() => world?.stop());

async function newTicket(): Promise<string> {
  return ((await alice.post('/api/ticket')).body as SocketTicket).ticket;
}

/** What the authorizer says to a handshake: `Allow` or `Deny`. */
async function verdictOn(headers: Record<string, string>): Promise<string | undefined> {
  const { policyDocument } = await world.authorizer(authorizerEvent(headers));
  return policyDocument.Statement[0]?.Effect;
}

describe('the authorizer', () => {
  test('lets alice in with her ticket, to this route alone, and says who she is', async () => {
    const answer = await world.authorizer(authorizerEvent(offering(await newTicket())));
    expect(answer).toEqual({
      principalId: 'alice',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: METHOD_ARN }],
      },
      context: { person: 'alice', session: expect.any(String) },
    });
  });

  test("takes the bootstrap's ticket as well, and names of headers in any case", async () => {
    const { socket } = (await alice.get('/api/bootstrap')).body as { socket: SocketTicket };
    expect(await verdictOn({ 'sec-websocket-protocol': `chat.v1,ticket.${socket.ticket}` })).toBe('Allow');
  });

  test('refuses a handshake without a ticket, and says of nobody who it was', async () => {
    const offers = [
      'chat.v1',
      'chat.v1, ticket.',
      'chat.v1, ticket.made-up-by-mallory',
      await newTicket(),
      '',
    ];
    for (const offer of offers) {
      const answer = await world.authorizer(authorizerEvent({ 'Sec-WebSocket-Protocol': offer }));
      expect(answer.principalId).toBe('nobody');
      expect(answer.policyDocument.Statement[0]?.Effect).toBe('Deny');
      expect(answer).not.toHaveProperty('context');
    }
    expect(await verdictOn({})).toBe('Deny');
  });

  test('takes a ticket once', async () => {
    const ticket = await newTicket();
    expect(await verdictOn(offering(ticket))).toBe('Allow');
    expect(await verdictOn(offering(ticket))).toBe('Deny');
  });

  test('lets one in of two who come with the same ticket at the same time', async () => {
    const ticket = await newTicket();
    const verdicts = await Promise.all([verdictOn(offering(ticket)), verdictOn(offering(ticket))]);
    expect(verdicts.sort()).toEqual(['Allow', 'Deny']);
  });

  test('refuses an expired ticket', async () => {
    const { session } = (await alice.openSocket()).identity;
    const ticket = { person: 'alice', session, expiresAt: Date.now() - 1, secret: 'expired-ticket' };
    await world.store.tickets.add(ticket);
    expect(await verdictOn(offering(ticket.secret))).toBe('Deny');

    // Nothing else was wrong with it.
    await world.store.tickets.add({ ...ticket, expiresAt: Date.now() + 30_000 });
    expect(await verdictOn(offering(ticket.secret))).toBe('Allow');
  });

  test('refuses the ticket of somebody who has logged out since', async () => {
    const bob = await signUp(world, 'bob');
    const { ticket } = (await bob.post('/api/ticket')).body as SocketTicket;
    await bob.post('/api/log-out');
    expect(await verdictOn(offering(ticket))).toBe('Deny');
  });

  test('refuses a page of another site, which does not cost alice her ticket', async () => {
    const ticket = await newTicket();
    for (const origin of [FOREIGN_ORIGIN, 'null']) {
      expect(await verdictOn({ ...offering(ticket), Origin: origin })).toBe('Deny');
    }
    expect(await verdictOn(offering(ticket))).toBe('Allow');
  });

  test('lets a client in that is no browser and sends no origin', async () => {
    expect(await verdictOn({ 'Sec-WebSocket-Protocol': `chat.v1, ticket.${await newTicket()}` })).toBe(
      'Allow',
    );
  });

  test('writes down why somebody was refused', async () => {
    const before = world.log.lines().length;
    await verdictOn({ ...offering('x'), Origin: FOREIGN_ORIGIN });
    await verdictOn(offering('x'));
    const line = { event: 'handshake', route: '$connect', connectionId: expect.any(String) };
    const lines = world.log.lines().slice(before);
    expect(lines).toMatchObject([
      { ...line, refused: 'foreign-origin' },
      { ...line, refused: 'not-signed-in' },
    ]);
    for (const each of lines) expect(each).not.toHaveProperty('person');
  });

  test('writes down whom it let in', async () => {
    const before = world.log.lines().length;
    const ticket = await newTicket();
    await verdictOn(offering(ticket));
    const [, handshake, ...more] = world.log.lines().slice(before);
    expect(more).toEqual([]);
    expect(handshake).toMatchObject({ event: 'handshake', person: 'alice' });
    expect(handshake).not.toHaveProperty('refused');
  });
});

test('no ticket, not even a made-up one, is in the log', () => {
  world.log.expectNoSecrets();
});
