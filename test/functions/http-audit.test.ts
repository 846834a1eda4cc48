import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jsonRequest, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

/** Whence API Gateway says that every request of the tests comes. */
const CALLER = { address: '203.0.113.7', device: 'curl/8.5.0' };

let world: World;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  world = await startWorld();
  [alice, bob] = [await signUp(world, 'alice'), await signUp(world, 'bob')];
});

afterAll(() => world?.stop());

const lastOf = async (name: string) => (await world.store.auditTrail.of(name, { limit: 1 })).items[0];
const logInAs = (name: string, password: string) =>
  world.request('POST /api/log-in', jsonRequest({ name, password }));

describe('the audit trail tells', () => {
  test('of a registration and a log-in, from which address and by what', async () => {
    expect(await lastOf('alice')).toMatchObject({ event: 'registered', person: 'alice', ...CALLER });
    await logInAs('alice', alice.password);
    expect(await lastOf('alice')).toMatchObject({
      event: 'logged-in',
      session: expect.any(String),
      ...CALLER,
    });
  });

  test('of a refused log-in, under the name of an existing person alone', async () => {
    const since = Date.now();
    await logInAs('alice', 'not the password of alice');
    expect(await lastOf('alice')).toMatchObject({ event: 'log-in-refused', person: 'alice', ...CALLER });

    await logInAs('hunter2-in-the-wrong-field', 'x');
    const span = { since, until: Date.now() };
    const { items } = await world.store.auditTrail.recent(span, { limit: 5 });
    expect(items[0]).toEqual({
      event: 'log-in-refused',
      at: expect.any(Number),
      details: { reason: 'wrong-credentials' },
      ...CALLER,
    });
    expect(JSON.stringify(items)).not.toContain('hunter2');
  });

  test('of a report, and of a log-out', async () => {
    await bob.post('/api/report', { with: 'alice' });
    expect(await lastOf('alice')).toMatchObject({ event: 'reported', by: 'bob', ...CALLER });
    await bob.post('/api/log-out');
    expect(await lastOf('bob')).toMatchObject({ event: 'logged-out', ...CALLER });
  });

  test('nothing that could steer the terminal it is read in, and not a whole novel', async () => {
    const { httpRoutes } = world;
    const { httpEvent, lambdaContext } = await import('./events.ts');
    const event = httpEvent(
      'POST /api/log-in',
      'POST /api/log-in',
      jsonRequest({ name: 'alice', password: 'x' }),
    );
    event.requestContext.http.userAgent = `\u001b[2J\u202eevil\n${'x'.repeat(1_000)}`;
    await httpRoutes['POST /api/log-in'](event, lambdaContext());
    expect((await lastOf('alice'))?.device).toBe(`[2Jevil${'x'.repeat(249)}`);
  });
});

test('what is written down is in the line of the log, too', async () => {
  const before = world.log.lines().length;
  await logInAs('alice', alice.password);
  expect(world.log.lines().slice(before)).toMatchObject([{ event: 'request', audited: 'logged-in' }]);
});
