import { describe, expect, test } from '@jest/globals';
import { ERRORS, type ErrorCode } from '../../lib/protocol/errors.ts';
import { MAX_FRAME_BYTES } from '../../lib/protocol/limits.ts';
import type { HttpRequest } from '../functions/events.ts';
import type { Scene } from './scene.ts';
import { exampleFor, type Path, placesIn, withAt } from './schema-walk.ts';
import { everythingStored, expectNothingChanged } from './stored.ts';
import { FRAME_TAKES, HTTP_ROUTES, HTTP_TAKES, keepsSession } from './what-routes-take.ts';

/** What would be more than a value if it were put into an expression, a key, a query or a template. */
const TEXTS: readonly string[] = [
  'attribute_exists(person)',
  ':person OR attribute_exists(#person)',
  '#person',
  ':person',
  "' OR '1'='1",
  '" || "1"=="1',
  "'; return true; var x='",
  '{"$gt":""}',
  '{"S":"alice"}',
  '$where: 1',
  'alice:bob',
  'alice#peer',
  'peer#bob',
  'session#x',
  'ticket#x',
  '../alice',
  '*',
  '%',
  '(alice)(|(name=*))',
  `$\{7*7}`,
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  '\u0000alice',
  'alice\u0000',
  '\ud83d',
  '-1',
  '1e400',
  'NaN',
  'x'.repeat(MAX_FRAME_BYTES / 2),
];

const VALUES: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { S: 'alice' },
  { toString: 'alice' },
  { length: 1, 0: 'alice' },
  ['alice'],
  [],
  [[]],
  {},
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  2 ** 53,
  2 ** 1_000,
  ...TEXTS,
];

/** What an object of JSON may have besides its fields, written out: a literal of ours can't have some of them. */
const EXTRA_FIELDS: readonly string[] = [
  '"__proto__":{"person":"alice","isAdmin":true}',
  '"constructor":{"prototype":{"isAdmin":true}}',
  '"prototype":{"isAdmin":true}',
  '"from":"alice"',
  '"person":"alice"',
  '"session":"x"',
  '"toString":null',
  '"":1',
];

const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const DEEP_OBJECT = `${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`;

interface Answered {
  readonly refusal: { readonly code: string; readonly message: string } | undefined;
  readonly status?: number | undefined;
}

/** That no field of anything is more than a value, whatever is in it. */
export function injects(scene: () => Scene): void {
  /** Sends bodies, and sees to it that each is taken, or refused in our words; all those refused change nothing. */
  const expectValues = async (bodies: readonly string[], send: (body: string) => Promise<Answered>) => {
    const refused: string[] = [];
    for (const body of bodies) {
      const { refusal, status = 200 } = await send(body);
      const sent = body.slice(0, 200);
      expect([sent, status < 500]).toEqual([sent, true]);
      if (refusal === undefined) continue;
      refused.push(body);
      expect([sent, refusal.code in ERRORS && refusal.code !== 'internal']).toEqual([sent, true]);
      if (status !== 200) expect(status).toBe(ERRORS[refusal.code as ErrorCode].status);
    }
    expect(refused.length).toBeGreaterThan(0);
    const before = await everythingStored();
    for (const body of refused) await send(body);
    await expectNothingChanged(before);
    expect({}).not.toHaveProperty('isAdmin');
    expect({}).not.toHaveProperty('person');
  };

  const sendBody = (route: string) => async (body: string) => {
    const headers = { 'content-type': 'application/json' };
    const cookies = keepsSession(route) ? [scene().mallory.cookie] : [];
    return answered(await scene().world.request(route, { cookies, headers, body }));
  };
  const sendQuery = (route: string) => async (json: string) => {
    const query = JSON.parse(json) as HttpRequest['query'] & object;
    return answered(await scene().world.request(route, { cookies: [scene().mallory.cookie], query }));
  };
  const sendFrame = async (text: string): Promise<Answered> => {
    const frame = await scene().mallorysSocket.sendText(text);
    return { refusal: frame.action === 'error' ? frame : undefined };
  };

  const withSchema = HTTP_ROUTES.flatMap((route) => {
    const schema = HTTP_TAKES[route];
    return schema ? [{ route, schema }] : [];
  });
  const posts = withSchema.filter(({ route }) => route.startsWith('POST'));
  const gets = withSchema.filter(({ route }) => route.startsWith('GET'));

  describe('in no field of a body is a text more than a text:', () => {
    test.each(posts)('$route', async ({ route, schema }) => {
      const example = exampleFor(schema);
      const places = placesIn(schema).map(({ path }) => path);
      await expectValues(bodiesFor(example, places), sendBody(route));
    });
  });

  describe('in no field of a query is a text more than a text:', () => {
    test.each(gets)('$route', async ({ route, schema }) => {
      const example = exampleFor(schema);
      const queries = placesIn(schema).flatMap(({ path }) =>
        TEXTS.map((text) => withAt(example, path, text)),
      );
      queries.push(
        ...['__proto__', 'constructor', '$where', ''].map((name) => withAt(example, [name], 'alice')),
      );
      await expectValues(
        queries.map((query) => JSON.stringify(query)),
        sendQuery(route),
      );
    });
  });

  describe('in no field of a frame is a text more than a text:', () => {
    // Nothing answers `typing`.
    const frames = Object.entries(FRAME_TAKES).filter(([action]) => action !== 'typing');
    test.each(frames)('%s', async (_, schema) => {
      const places = placesIn(schema).map(({ path }) => path);
      await expectValues(bodiesFor(exampleFor(schema), places), sendFrame);
    });
  });

  test('a text that is no text of ours is kept as it is, and found as it is', async () => {
    const { mallorysSocket, mallory } = scene();
    const texts = TEXTS.filter((text) => text.isWellFormed() && text.length < 4_000);
    for (const text of texts) {
      const { entries } = (await mallory.get('/api/entries', { with: 'mallory' })).body as {
        entries: { seq: number }[];
      };
      const frame = { action: 'send-message', id: 'f1', to: 'mallory', after: entries.at(-1)?.seq ?? 0 };
      const clientId = `kept-${texts.indexOf(text)}`;
      expect(await mallorysSocket.send({ ...frame, messages: [{ clientId, text }] })).toMatchObject({
        action: 'stored',
      });
    }
    const { body } = await mallory.get('/api/entries', { with: 'mallory' });
    const kept = (body as { entries: { clientId: string; text: string }[] }).entries;
    expect(kept.filter(({ clientId }) => clientId.startsWith('kept-')).map(({ text }) => text)).toEqual(
      texts,
    );
  });
}

function answered({ status, body }: { status: number | undefined; body: unknown }): Answered {
  return { status, refusal: (body as { error?: Answered['refusal'] } | undefined)?.error };
}

/** The example with each value in each place, and with fields and shapes that it does not have. */
function bodiesFor(example: unknown, places: readonly Path[]): string[] {
  const put = places.flatMap((path) => VALUES.map((value) => JSON.stringify(withAt(example, path, value))));
  const text = JSON.stringify(example);
  const inside = text === '{}' ? '' : `,${text.slice(1, -1)}`;
  const extra = EXTRA_FIELDS.flatMap((field) => [
    `{${field}${inside}}`,
    ...nestedObjects(text).map((at) => `${text.slice(0, at + 1)}${field},${text.slice(at + 1)}`),
  ]);
  const shapes = [
    DEEP,
    DEEP_OBJECT,
    `{"x":${DEEP}${inside}}`,
    `[${text}]`,
    `${text}${text}`,
    'null',
    '""',
    '1e999',
  ];
  return [...put, ...extra, ...shapes];
}

/** Where objects begin that lie in others and have a field. */
function nestedObjects(text: string): number[] {
  return [...text.slice(1).matchAll(/\{(?=")/g)].map(({ index }) => index + 1);
}
