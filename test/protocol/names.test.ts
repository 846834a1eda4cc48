import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { DisplayName, Name, NamePrefix, Password } from '../../lib/protocol/names.ts';

const ELEPHANT = '🐘';

/** What a schema makes of a value, or `refused`. */
function outcome(schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : 'refused';
}

describe('a name', () => {
  test.each(['bob', 'alice', 'a-b_c', '007', '---', 'a'.repeat(32)])('may be %j', (name) => {
    expect(outcome(Name, name)).toBe(name);
  });

  test.each([
    ['Alice', 'alice'],
    ['BOB', 'bob'],
  ])('%j is lowered', (name, lowered) => {
    expect(outcome(Name, name)).toBe(lowered);
  });

  test.each([
    ['of two characters', 'al'],
    ['of 33 characters', 'a'.repeat(33)],
    ['that is empty', ''],
    ['with a space', 'alice marlow'],
    ['with a space around it', ' alice '],
    ['with a line break behind it', 'alice\n'],
    ['with a colon, which separates two names in a key', 'alice:bob'],
    ['with a hash, which separates parts of a key', 'peer#bob'],
    ['with a dot', 'alice.m'],
    ['with an umlaut', 'älice'],
    ['with a letter that only looks like an a', '\u0430lice'],
    ['with a letter that becomes an i and more as it is lowered', 'al\u0130ce'],
    ['with an emoji', `alice${ELEPHANT}`],
    ['that is a number', 12345],
    ['that is null', null],
    ['that is missing', undefined],
    ['that is a list', ['alice']],
  ])('%s is refused', (_, name) => {
    expect(outcome(Name, name)).toBe('refused');
  });

  test('with a Kelvin sign is a name with a k: it is one in lower case', () => {
    expect(outcome(Name, 'mar\u212a')).toBe('mark');
  });
});

describe('the beginning of a name', () => {
  test.each([
    ['', ''],
    ['a', 'a'],
    ['AL', 'al'],
    ['a'.repeat(32), 'a'.repeat(32)],
  ])('may be %j', (prefix, lowered) => {
    expect(outcome(NamePrefix, prefix)).toBe(lowered);
  });

  test.each(['a'.repeat(33), 'é', ' ', 'a*', 7, null])('may not be %j', (prefix) => {
    expect(outcome(NamePrefix, prefix)).toBe('refused');
  });
});

describe('a display name', () => {
  test.each([
    'A',
    'Alice Marlow',
    'Zoë 张 Ω العربية',
    ELEPHANT.repeat(50),
    'e\u0301'.repeat(25),
    "Robert'); DROP TABLE people;--",
  ])('may be %j', (name) => {
    expect(outcome(DisplayName, name)).toBe(name);
  });

  test('loses the white space at its ends, and keeps that between', () => {
    expect(outcome(DisplayName, ' \t Alice  Marlow\n')).toBe('Alice  Marlow');
    expect(outcome(DisplayName, ` ${'x'.repeat(50)} `)).toBe('x'.repeat(50));
  });

  test.each([
    ['that is empty', ''],
    ['of white space', ' \u00a0\t'],
    ['of 51 characters', 'x'.repeat(51)],
    ['of 51 elephants', ELEPHANT.repeat(51)],
    ['with a line break', 'Alice\nBob'],
    ['with a null', 'Alice\u0000'],
    ['with an escape sequence of a terminal', 'Alice\u001b[2J'],
    ['with a C1 control character', 'Alice\u0085Bob'],
    ['with half a character', 'Alice \ud83d'],
    ['that is null', null],
    ['that is a number', 7],
  ])('%s is refused', (_, name) => {
    expect(outcome(DisplayName, name)).toBe('refused');
  });
});

describe('a password', () => {
  test.each([
    ['of 8 characters', '12345678'],
    ['of 128 characters', 'x'.repeat(128)],
    ['of 8 elephants', ELEPHANT.repeat(8)],
    ['of 128 elephants, which are 256 units of UTF-16', ELEPHANT.repeat(128)],
    ['of white space', '        '],
    ['with white space at its ends', '  in between  '],
    ['with a null', 'before\u0000after'],
    ['without digits or signs', 'correcthorse'],
  ])('%s is accepted, and kept as it is', (_, password) => {
    expect(outcome(Password, password)).toBe(password);
  });

  test.each([
    ['that is empty', ''],
    ['of 7 characters', '1234567'],
    ['of 7 elephants, which are 14 units of UTF-16', ELEPHANT.repeat(7)],
    ['of 129 characters', 'x'.repeat(129)],
    ['of 129 elephants', ELEPHANT.repeat(129)],
    ['with half a character', 'password\ud83d'],
    ['that is a number', 12345678],
    ['that is a list', ['1', '2', '3', '4', '5', '6', '7', '8']],
    ['that is missing', undefined],
  ])('%s is refused', (_, password) => {
    expect(outcome(Password, password)).toBe('refused');
  });
});
