import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonRequest } from '../functions/person.ts';
import type { Scene } from './scene.ts';
import { exampleFor, type Path, placesIn, withAt } from './schema-walk.ts';
import { everythingStored, type StoredRow } from './stored.ts';
import { FRAME_TAKES, HTTP_ROUTES, HTTP_TAKES } from './what-routes-take.ts';

const RUNS = 400;

/** The two, their keys in the tables, and what only looks like them. */
const NAMES = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>('alice', 'bob', 'ALICE', 'Bob', 'mallory', 'aLiCe') },
  fc.constantFrom<unknown>(
    'alice:bob',
    'bob:alice',
    'alice:alice',
    'alice:mallory',
    ':bob',
    'alice:',
    'alice::bob',
  ),
  fc.constantFrom<unknown>(
    'alice#peer',
    'peer#alice',
    'alice/bob',
    'alice bob',
    ' alice',
    'alice ',
    '../alice',
    'alice%3Abob',
  ),
  // Cyrillic, full width, dotless, with a combining mark, with what is not seen, and turned around.
  fc.constantFrom<unknown>(
    'аlice',
    'ａｌｉｃｅ',
    'alıce',
    'alice\u0301',
    'al\u200bice',
    '\u202ealice',
    'alice\u0000',
    'ALİCE',
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '*',
    'profile',
    'session#1',
  ),
  fc.constantFrom<unknown>(['alice'], { S: 'alice' }, null, 0, true, ['alice', 'bob'], 'alice,bob'),
  fc.string({ maxLength: 40, unit: 'binary' }),
);

const SEQS = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
  fc.constantFrom<unknown>(-1, 1.5, 2 ** 53, 2 ** 31, '1', '0', null, [1], { $gt: 0 }, 999_999_999_999_999),
);
const LISTS_OF_SEQS = fc.array(SEQS, { maxLength: 5 });

/** Those that alice and bob gave their entries, and others. */
const CLIENT_IDS = fc.oneof(
  fc.constantFrom<unknown>('a0', 'a1', 'b0', 'n0', 'alice-edits', 'bob-reacts'),
  fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'abcdef0123') }),
);

/** As alice's answers have them, and made up. */
const CURSORS = fc.oneof(
  fc.constantFrom<unknown>(
    'alice',
    'bob',
    '1-bob',
    '9-alice',
    '4-bob',
    '999999999999999-bob',
    '1795493005410-alice',
  ),
  fc.tuple(fc.nat(), NAMES).map(([n, name]) => `${n}-${name}`),
  fc.base64String({ maxLength: 40 }),
);

/** What might be taken for who asks. */
const CLAIMS = fc.constantFrom<[string, unknown]>(
  ['from', 'alice'],
  ['person', 'alice'],
  ['session', 'x'],
  ['me', { name: 'alice' }],
  ['conversation', 'alice:bob'],
  ['authorizer', { person: 'alice' }],
  ['requestContext', { authorizer: { person: 'alice' } }],
  ['__proto__', { person: 'alice' }],
);

/** What is tried in a field, by what the field is called. */
function triedIn(path: Path, isQuery: boolean): fc.Arbitrary<unknown> {
  const field = String(path.findLast((step) => typeof step === 'string'));
  const inField: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    with: NAMES,
    to: NAMES,
    name: NAMES,
    prefix: NAMES,
    cursor: CURSORS,
    clientId: CLIENT_IDS,
    target: SEQS,
    after: SEQS,
    before: SEQS,
    received: SEQS,
    read: SEQS,
    replyTo: SEQS,
    star: LISTS_OF_SEQS,
    unstar: LISTS_OF_SEQS,
    hide: LISTS_OF_SEQS,
  };
  const tried = inField[field] ?? fc.constantFrom<unknown>('alice', 'mallory writes', 1, true, null);
  return isQuery ? tried.map(String) : tried;
}

/** What a route takes, with some of its fields crafted. */
function crafted(schema: Parameters<typeof placesIn>[0], isQuery = false): fc.Arbitrary<unknown> {
  const places = placesIn(schema).filter(({ type }) => type !== 'literal');
  const changes = places.map(({ path }) => triedIn(path, isQuery).map((value) => ({ path, value })));
  const claims = CLAIMS.map(([field, value]) => ({
    path: [field] as Path,
    value: isQuery ? String(value) : value,
  }));
  const likely = fc.tuple(...changes.map((change) => fc.option(change, { freq: 3 })));
  return fc.tuple(likely, fc.option(claims, { freq: 8 })).map(([some, claim]) => {
    const all = [...some, claim].filter((change) => change !== null);
    return all.reduce((value: unknown, { path, value: put }) => withAt(value, path, put), exampleFor(schema));
  });
}

type Try =
  | { readonly by: 'request'; readonly route: string; readonly taken: unknown; readonly as: Identity }
  | { readonly by: 'frame'; readonly frame: object };

/** Mallory with her own log-in, without one, with one that says alice, and with both. */
type Identity = 'mallory' | 'nobody' | 'forged' | 'mallory and forged';

const identities = fc.constantFrom<Identity>(
  'mallory',
  'mallory',
  'mallory',
  'nobody',
  'forged',
  'mallory and forged',
);

// What ends her log-in, or begins others, is not what this is about.
const ROUTES = HTTP_ROUTES.filter((route) => !/register|log-in|log-out|\$default/.test(route));

const requests = ROUTES.map((route) => {
  const schema = HTTP_TAKES[route];
  const isQuery = route.startsWith('GET');
  const taken: fc.Arbitrary<unknown> = schema ? crafted(schema, isQuery) : fc.constant({});
  return fc.record({
    by: fc.constant('request' as const),
    route: fc.constant(route),
    taken,
    as: identities,
  });
});

const frames = Object.values(FRAME_TAKES).map((schema) =>
  fc.record({ by: fc.constant('frame' as const), frame: crafted(schema) as fc.Arbitrary<object> }),
);

// Each as often as any other: of so many tries, one in a thousand runs leaves one out.
const tries: fc.Arbitrary<Try> = fc.oneof(...requests, ...frames);

/** That mallory sees and changes nothing of what alice and bob have, whatever she asks for. */
export function reachesForOthers(scene: () => Scene): void {
  const cookiesOf = (as: Identity): string[] => {
    const { alice, mallory } = scene();
    const forged = alice.cookie.replace(/[^.]*$/, mallory.cookie.replace(/^.*\./, ''));
    if (as === 'nobody') return [];
    if (as === 'forged') return [forged];
    return as === 'mallory' ? [mallory.cookie] : [mallory.cookie, forged];
  };

  /** All that she is answered. */
  const attempt = async (tried: Try): Promise<string> => {
    const { world, mallorysSocket } = scene();
    if (tried.by === 'frame') return JSON.stringify((await mallorysSocket.sendIgnoring(tried.frame)) ?? null);
    const cookies = cookiesOf(tried.as);
    const request = tried.route.startsWith('POST')
      ? jsonRequest(tried.taken, { cookies })
      : { cookies, query: tried.taken as Record<string, string> };
    const { status = 500, ...answer } = await world.request(tried.route, request);
    expect([tried, status < 500]).toEqual([tried, true]);
    return JSON.stringify(answer);
  };

  describe('mallory, who may do all that anybody may,', () => {
    test('sees nothing of what alice and bob write, and changes no byte of what they have', async () => {
      const { world, marker, alicesSocket, bobsSocket } = scene();
      const before = theirs(await everythingStored());
      expect(before.length).toBeGreaterThan(10);
      world.connections.posts.length = 0;
      const kinds = new Set<string>();
      await fc.assert(
        fc.asyncProperty(tries, async (tried) => {
          const answered = await attempt(tried);
          expect([tried, answered.includes(marker)]).toEqual([tried, false]);
          kinds.add(
            `${tried.by} ${'route' in tried ? tried.route : (tried.frame as { action: string }).action}`,
          );
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      expect(theirs(await everythingStored())).toEqual(before);
      expect(kinds.size).toBe(ROUTES.length + Object.keys(FRAME_TAKES).length);

      // What she may send to them comes from her, in her conversation with them, and nothing else comes.
      const { posts } = world.connections;
      const toThem = posts.filter(({ connectionId }) =>
        [alicesSocket.connectionId, bobsSocket.connectionId].includes(connectionId),
      );
      for (const { frame } of toThem) expect(frame).toMatchObject({ with: 'mallory' });
      expect(JSON.stringify(posts)).not.toContain(marker);
    });

    test('cannot have a crafted frame taken for one of the gateway', async () => {
      const { world, mallorysSocket } = scene();
      const before = theirs(await everythingStored());
      for (const action of ['$connect', '$disconnect', '$default', 'CONNECT', '__proto__', 'constructor']) {
        const frame = {
          action,
          id: 'f1',
          requestContext: { eventType: 'DISCONNECT', authorizer: { person: 'alice' } },
        };
        await mallorysSocket.sendIgnoring(frame);
      }
      expect(theirs(await everythingStored())).toEqual(before);
      expect(await world.store.connections.live('mallory', Date.now())).not.toEqual([]);
    });
  });
}

/** What alice and bob have without mallory: their accounts, their sides, their conversations and their sockets. */
function theirs(rows: readonly StoredRow[]): StoredRow[] {
  return rows.filter((row) => {
    const { person, conversation, owner } = row as { person?: string; conversation?: string; owner?: string };
    const isMallorys = /mallory/.test(JSON.stringify(row));
    return (
      !isMallorys && (/^(alice|bob)/.test(person ?? conversation ?? '') || /^(alice|bob)$/.test(owner ?? ''))
    );
  });
}
