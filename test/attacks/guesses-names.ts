import { describe, expect, test } from '@jest/globals';
import { authorizerEvent } from '../functions/events.ts';
import { jsonRequest, offering } from '../functions/person.ts';
import type { Scene } from './scene.ts';
import { exampleFor, placesIn, withAt } from './schema-walk.ts';
import { HTTP_TAKES, SIGNED_IN_ROUTES } from './what-routes-take.ts';

const NOBODY = 'nobody-has-this-name';
const PASSWORD = 'a password that is wrong';

/**
 * What tells whether a name is taken: registering, which can't do without, and the directory, where everybody finds
 * everybody. See docs/decisions/30-enumeration.md.
 */
export function guessesNames(scene: () => Scene): void {
  describe('mallory, who has no account, is told the same of alice and of nobody', () => {
    const logIn = (name: unknown) =>
      scene().world.request('POST /api/log-in', jsonRequest({ name, password: PASSWORD }));

    test('by a log-in', async () => {
      const known = await logIn('alice');
      expect(known).toMatchObject({
        status: 401,
        cookies: [],
        body: { error: { code: 'wrong-credentials' } },
      });
      for (const name of [NOBODY, 'no name at all!', '', 'ALICE', ' alice', 'alice#profile']) {
        expect(await logIn(name)).toEqual(known);
      }
    });

    test('by a log-in that is not even well made', async () => {
      const tried = (name: string) =>
        scene().world.request('POST /api/log-in', jsonRequest({ name, password: 12345678 }));
      expect(await tried(NOBODY)).toEqual(await tried('alice'));
    });

    test.each(SIGNED_IN_ROUTES)('by %s', async (route) => {
      const schema = HTTP_TAKES[route];
      const about = (name: string) => {
        const taken = schema ? exampleFor(schema) : {};
        const named = schema && placesIn(schema).some(({ path }) => path[0] === 'with');
        const asked = named ? withAt(taken, ['with'], name) : taken;
        return scene().world.request(
          route,
          route.startsWith('POST') ? jsonRequest(asked) : { query: asked as Record<string, string> },
        );
      };
      const known = await about('alice');
      expect(known).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
      expect(await about(NOBODY)).toEqual(known);
    });

    test('by a ticket: one that was never given and one that is used read the same', async () => {
      const { ticket } = (await scene().alice.post('/api/ticket')).body as { ticket: string };
      const try_ = (secret: string) => scene().world.authorizer(authorizerEvent(offering(secret)));
      await try_(ticket);
      expect(await try_(ticket)).toEqual(await try_('x'.repeat(ticket.length)));
    });

    test('by what the log says of a log-in that was refused', async () => {
      const { world } = scene();
      const before = world.log.lines().length;
      await logIn('alice');
      await logIn(NOBODY);
      const [ofAlice, ofNobody] = world.log.lines().slice(before);
      const same = ({ ms: _, _aws: __, ...rest }: Record<string, unknown> = {}) => rest;
      expect(same(ofAlice)).toEqual(same(ofNobody));
    });
  });

  test('registering says that a name is taken, and nothing else of who has it', async () => {
    const body = { name: 'Alice', password: PASSWORD, displayName: 'Mallory' };
    const answer = await scene().world.request('POST /api/register', jsonRequest(body));
    expect(answer).toMatchObject({ status: 409, cookies: [] });
    expect(answer.body).toEqual({
      error: { code: 'name-taken', message: expect.any(String), field: 'name' },
    });
  });

  test('the directory has every name, with what its person calls themselves, and no more', async () => {
    const { body } = await scene().mallory.get('/api/people');
    const { people } = body as { people: object[] };
    expect(people).toContainEqual({ name: 'alice', displayName: 'alice' });
    for (const person of people) expect(Object.keys(person).sort()).toEqual(['displayName', 'name']);
  });
}
