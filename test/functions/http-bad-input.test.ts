import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_FRAME_BYTES } from '../../lib/protocol/limits.ts';
import { BAD_REGISTER_BODIES, GOOD_BODY, PASSWORD } from './bad-register-bodies.ts';
import { type HttpRequest, OWN_ORIGIN } from './events.ts';
import { jsonRequest, type Person, signUp } from './person.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let alice: Person;

beforeAll(async () => {
  world = await startWorld();
  alice = await signUp(world, 'alice');
  await signUp(world, 'bob');
});

afterAll(() => world?.stop());

/** A POST whose body is sent as it is. */
function raw(body: string | undefined, headers: Record<string, string> = {}): HttpRequest {
  return {
    cookies: [alice.cookie],
    headers: { 'content-type': 'application/json', origin: OWN_ORIGIN, ...headers },
    ...(body !== undefined && { body }),
  };
}

/** Text of JSON in which a name stands for a field that JavaScript's own literals can't have. */
const withProto = (body: object) => JSON.stringify(body).replace('"PROTO"', '"__proto__"');

describe('a body that is no JSON', () => {
  const BODIES = ['', 'name=alice', '{"name": "carol", ', "{'name': 'carol'}", 'undefined', undefined];
  const POSTS = ['register', 'log-in', 'log-out', 'ticket', 'subscribe-push', 'unsubscribe-push'];

  test.each(POSTS)('%s refuses it', async (name) => {
    for (const body of BODIES) {
      const answer = await world.request(`POST /api/${name}`, raw(body));
      expect(answer).toMatchObject({ status: 400, cookies: [], body: { error: { code: 'invalid-json' } } });
    }
  });

  test('is not quoted, neither in the answer nor in the log', async () => {
    const answer = await world.request('POST /api/register', raw(`{"password": "${PASSWORD}" oops`));
    expect(answer.body).toEqual({ error: { code: 'invalid-json', message: 'This is not valid JSON.' } });
  });
});

describe('a body that is JSON, but no object', () => {
  test.each(['[]', 'null', '7', '"text"', '[{}]'])('is refused: %s', async (body) => {
    const alice = await signUp(world, `alice-${body.length}-${body.charCodeAt(0)}`);
    for (const route of ['POST /api/register', 'POST /api/log-in', 'POST /api/log-out', 'POST /api/ticket']) {
      const answer = await world.request(route, { ...raw(body), cookies: [alice.cookie] });
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid-request', message: 'Send an object: { … }.' } },
      });
    }
  });
});

describe('a register body with a field that is wrong', () => {
  test.each(BAD_REGISTER_BODIES)('%s is refused, and nobody is registered', async (_, body, field) => {
    const answer = await world.request('POST /api/register', jsonRequest(body));
    const { error } = answer.body as { error: { code: string; message: string; field?: string } };
    expect(answer).toMatchObject({ status: 400, cookies: [] });
    expect(error.code).toBe('invalid-request');
    expect(error.field).toBe(field);
    expect(await world.store.people.find('carol')).toBeUndefined();
  });

  test('a key named __proto__ is refused as any other, and changes no object', async () => {
    for (const body of [{ ...GOOD_BODY, PROTO: { admin: true } }, { PROTO: GOOD_BODY }]) {
      const answer = await world.request('POST /api/register', raw(withProto(body)));
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
    }
    expect({}).not.toHaveProperty('admin');
    expect(await world.store.people.find('carol')).toBeUndefined();
  });

  test('the good one that all of them were made from is accepted', async () => {
    expect(
      (await world.request('POST /api/register', jsonRequest({ ...GOOD_BODY, name: 'ursula' }))).status,
    ).toBe(201);
  });
});

describe('other bodies with a field that is wrong', () => {
  const CASES: [route: string, body: object, field: string][] = [
    ['POST /api/log-in', { name: 'alice' }, 'password'],
    ['POST /api/log-in', { password: PASSWORD }, 'name'],
    ['POST /api/log-in', { name: 'alice', password: 12345678 }, 'password'],
    ['POST /api/log-in', { name: ['alice'], password: PASSWORD }, 'name'],
    ['POST /api/log-in', { name: 'alice', password: PASSWORD, remember: true }, 'remember'],
    ['POST /api/log-in', { name: 'alice', password: PASSWORD, PROTO: {} }, '__proto__'],
    ['POST /api/log-out', { everywhere: true }, 'everywhere'],
    ['POST /api/log-out', { PROTO: {} }, '__proto__'],
    ['POST /api/ticket', { for: 'bob' }, 'for'],
    ['POST /api/ticket', { PROTO: {} }, '__proto__'],
  ];

  test.each(CASES)('%s refuses %j', async (route, body, field) => {
    const answer = await world.request(route, raw(withProto(body)));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid-request', field } } });
  });

  test('and a log-out that was refused has ended no session', async () => {
    expect((await alice.get('/api/bootstrap')).status).toBe(200);
  });
});

describe('a body of another type', () => {
  const TYPES = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonx',
    '',
  ];

  test.each(TYPES)('%j is refused', async (type) => {
    const answer = await world.request('POST /api/ticket', raw('{}', { 'content-type': type }));
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported-media-type' } } });
  });

  test('none is refused as well', async () => {
    const answer = await world.request('POST /api/ticket', { cookies: [alice.cookie], body: '{}' });
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported-media-type' } } });
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON'])('%s will do', async (type) => {
    expect((await world.request('POST /api/ticket', raw('{}', { 'content-type': type }))).status).toBe(200);
  });
});

describe('a body of 32 KB', () => {
  test('is accepted', async () => {
    expect((await world.request('POST /api/ticket', raw('{}'.padEnd(MAX_FRAME_BYTES)))).status).toBe(200);
  });

  test('and a byte more is refused', async () => {
    const answer = await world.request('POST /api/ticket', raw('{}'.padEnd(MAX_FRAME_BYTES + 1)));
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
  });

  test('is counted in bytes, not in characters, and after base64', async () => {
    const body = JSON.stringify({ name: 'alice', password: '🐘'.repeat(MAX_FRAME_BYTES / 4) });
    expect(body.length).toBeLessThan(MAX_FRAME_BYTES);
    const encoded = { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    for (const request of [raw(body), { ...raw(''), ...encoded }]) {
      expect((await world.request('POST /api/log-in', request)).status).toBe(413);
    }
  });
});

describe('a query with something wrong', () => {
  const CASES: [path: string, query: Record<string, string>, field: string | undefined][] = [
    ['/api/people', { prefix: 'Ä' }, 'prefix'],
    ['/api/people', { prefix: 'a'.repeat(33) }, 'prefix'],
    ['/api/people', { limit: '1000' }, 'limit'],
    ['/api/people', { cursor: '' }, 'cursor'],
    ['/api/people', { cursor: 'rubbish!' }, 'cursor'],
    ['/api/people', { cursor: 'x'.repeat(513) }, 'cursor'],
    ['/api/people', { cursor: 'X'.repeat(40) }, 'cursor'],
    ['/api/people', { prefix: 'bo', cursor: 'alice' }, 'cursor'],
    ['/api/conversations', { cursor: 'rubbish' }, 'cursor'],
    ['/api/conversations', { cursor: '-1-bob' }, 'cursor'],
    ['/api/conversations', { cursor: '1-b' }, 'cursor'],
    ['/api/conversations', { cursor: '9'.repeat(16) }, 'cursor'],
    ['/api/conversations', { with: 'bob' }, 'with'],
    ['/api/entries', {}, 'with'],
    ['/api/entries', { with: 'b' }, 'with'],
    ['/api/entries', { with: 'alice:bob' }, 'with'],
    ['/api/entries', { with: 'bob', after: '-1' }, 'after'],
    ['/api/entries', { with: 'bob', after: '1e3' }, 'after'],
    ['/api/entries', { with: 'bob', after: '' }, 'after'],
    ['/api/entries', { with: 'bob', before: '9'.repeat(16) }, 'before'],
    ['/api/entries', { with: 'bob', before: '1,2' }, 'before'],
    ['/api/entries', { with: 'bob', after: '1', before: '3' }, undefined],
    ['/api/entries', { with: 'bob', limit: '9' }, 'limit'],
  ];

  test.each(CASES)('%s refuses %j', async (path, query, field) => {
    const answer = await alice.get(path, query);
    const { error } = answer.body as { error: { code: string; field?: string } };
    expect(answer.status).toBe(400);
    expect(error.code).toBe('invalid-request');
    expect(error.field).toBe(field);
  });

  test.each([
    ['/api/people', { cursor: 'nobody-has-this-name' }],
    ['/api/conversations', { cursor: '1-nobody' }],
    ['/api/entries', { with: 'bob', after: '999999999999999' }],
  ])('%s answers %j, which is well made, with a page that ends', async (path, query) => {
    const { status, body } = await alice.get(path, query);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('next');
  });
});

test('none of what was refused is in the log', () => {
  world.log.expectNoSecrets();
});
