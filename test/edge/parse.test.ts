import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { parseAs, parseJson } from '../../lib/edge/parse.ts';
import { MAX_FRAME_BYTES } from '../../lib/protocol/limits.ts';

/** The refusal that something ends in. */
function refusalOf(work: () => unknown): object {
  try {
    work();
  } catch (error) {
    const { code, field, message } = error as { code?: string; field?: string; message: string };
    return { code, field, message };
  }
  throw new Error('Nothing was refused.');
}

describe('parseJson', () => {
  test.each([
    ['{"a":[1,null,"x"]}', { a: [1, null, 'x'] }],
    ['7', 7],
    ['null', null],
    [' "text" ', 'text'],
  ])('reads %j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.each(['', '{', '{}}', "{'a':1}", '{"a":1,}', '[1,]', 'NaN', 'undefined', '\ufeff{}', '// {}'])(
    'refuses %j',
    (text) => {
      expect(refusalOf(() => parseJson(text))).toMatchObject({ code: 'invalid-json' });
    },
  );

  test.each([[undefined], [null], [7], [{}], [Buffer.from('{}')]])('refuses what is no text: %p', (value) => {
    expect(refusalOf(() => parseJson(value))).toMatchObject({
      code: 'invalid-json',
      message: 'Send text, not binary data.',
    });
  });

  test('does not quote what it could not read', () => {
    expect(JSON.stringify(refusalOf(() => parseJson('a secret')))).not.toContain('secret');
  });

  test('reads 32 KB, and refuses a byte more', () => {
    expect(parseJson('{}'.padEnd(MAX_FRAME_BYTES))).toEqual({});
    expect(refusalOf(() => parseJson('{}'.padEnd(MAX_FRAME_BYTES + 1)))).toMatchObject({ code: 'too-large' });
  });

  test('counts the bytes of UTF-8: an elephant is four', () => {
    const elephants = (count: number) => JSON.stringify('🐘'.repeat(count));
    const fitting = (MAX_FRAME_BYTES - '""'.length - 2) / 4;
    expect(parseJson(elephants(fitting))).toHaveLength(fitting * 2);
    expect(refusalOf(() => parseJson(elephants(fitting + 1)))).toMatchObject({ code: 'too-large' });
  });

  test('refuses what is too large before it looks at what it is', () => {
    expect(refusalOf(() => parseJson('{'.repeat(MAX_FRAME_BYTES + 1)))).toMatchObject({ code: 'too-large' });
  });

  test('lets a key named __proto__ be a key, and changes no object', () => {
    const value = parseJson('{"__proto__":{"admin":true}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('admin');
    expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf({}));
  });
});

describe('parseAs', () => {
  const Letter = v.strictObject({
    to: v.pipe(v.string('A name is a string.'), v.toLowerCase()),
    pages: v.array(v.strictObject({ text: v.string() })),
    stamp: v.optional(v.number()),
  });
  const good = { to: 'Bob', pages: [{ text: 'Hello' }] };

  test('answers what the schema makes of the value', () => {
    expect(parseAs(Letter, good)).toEqual({ to: 'bob', pages: [{ text: 'Hello' }] });
  });

  test.each([
    ['a missing field', { pages: [] }, 'to', 'This field is missing.'],
    ['a field too many', { ...good, from: 'alice' }, 'from', 'There is no such field.'],
    ['a wrong type, in the words of the schema', { ...good, to: 7 }, 'to', 'A name is a string.'],
    ['a wrong type, without words of its own', { ...good, stamp: 'blue' }, 'stamp', 'This should be number.'],
    ['a missing field further in', { ...good, pages: [{}] }, 'pages.0.text', 'This field is missing.'],
    [
      'a field too many further in',
      { ...good, pages: [...good.pages, { text: 'x', ink: 1 }] },
      'pages.1.ink',
      'There is no such field.',
    ],
    ['the first of two mistakes', { to: 1, pages: 2 }, 'to', 'A name is a string.'],
  ])('names %s', (_, value, field, message) => {
    expect(refusalOf(() => parseAs(Letter, value))).toEqual({ code: 'invalid-request', field, message });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'refuses %s as any other field that there is not',
    (field) => {
      const value = JSON.parse(JSON.stringify({ ...good, FIELD: {} }).replace('FIELD', field)) as unknown;
      expect(refusalOf(() => parseAs(Letter, value))).toMatchObject({ code: 'invalid-request', field });
    },
  );

  test('takes nothing from a prototype that came as a key', () => {
    const value = JSON.parse(JSON.stringify({ PROTO: good }).replace('PROTO', '__proto__')) as unknown;
    expect(refusalOf(() => parseAs(Letter, value))).toMatchObject({ field: 'to' });
  });

  test('does not quote the value that is wrong', () => {
    const refusal = refusalOf(() => parseAs(Letter, { ...good, stamp: 'a secret' }));
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });
});
