import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import {
  ConversationsQuery,
  EntriesQuery,
  LogInBody,
  NoBody,
  PeopleQuery,
  RegisterBody,
} from '../../lib/protocol/rest.ts';

const PASSWORD = 'correct horse';

describe('accepted', () => {
  const CASES: [string, v.GenericSchema, object, object][] = [
    [
      'a registration',
      RegisterBody,
      { name: 'Bob', password: PASSWORD },
      { name: 'bob', password: PASSWORD },
    ],
    [
      'a registration with a display name',
      RegisterBody,
      { name: 'bob', password: PASSWORD, displayName: ' Bob ' },
      { name: 'bob', password: PASSWORD, displayName: 'Bob' },
    ],
    // What no name and no password can be is no secret, but a wrong credential.
    ['any log-in', LogInBody, { name: 'Ä', password: '' }, { name: 'Ä', password: '' }],
    ['a body that says nothing', NoBody, {}, {}],
    ['a query for everybody', PeopleQuery, {}, { prefix: '' }],
    ['a query for some', PeopleQuery, { prefix: 'AL', cursor: 'alan' }, { prefix: 'al', cursor: 'alan' }],
    [
      'a cursor of 512 characters',
      ConversationsQuery,
      { cursor: 'x'.repeat(512) },
      { cursor: 'x'.repeat(512) },
    ],
    ['a query for the newest entries', EntriesQuery, { with: 'BOB' }, { with: 'bob' }],
    ['a query for those after one', EntriesQuery, { with: 'bob', after: '007' }, { with: 'bob', after: 7 }],
    ['a query for those before one', EntriesQuery, { with: 'bob', before: '0' }, { with: 'bob', before: 0 }],
  ];

  test.each(CASES)('%s', (_, schema, value, output) => {
    expect(v.parse(schema, value)).toEqual(output);
  });
});

describe('refused', () => {
  const CASES: [string, v.GenericSchema, unknown][] = [
    ['a registration without a password', RegisterBody, { name: 'bob' }],
    [
      'a registration with a field too many',
      RegisterBody,
      { name: 'bob', password: PASSWORD, role: 'admin' },
    ],
    ['a log-in without a name', LogInBody, { password: PASSWORD }],
    ['a log-in with a password that is a number', LogInBody, { name: 'bob', password: 12345678 }],
    ['a body that says something where nothing is to be said', NoBody, { a: 1 }],
    ['no body where an empty one is asked for', NoBody, undefined],
    ['null as an empty body', NoBody, null],
    ['an empty cursor', PeopleQuery, { cursor: '' }],
    ['a cursor of 513 characters', PeopleQuery, { cursor: 'x'.repeat(513) }],
    ['a cursor with a sign that no cursor has', ConversationsQuery, { cursor: 'a=b' }],
    ['a query for one of the others', ConversationsQuery, { person: 'bob' }],
    ['a query for the entries with nobody', EntriesQuery, {}],
    ['after and before together', EntriesQuery, { with: 'bob', after: '1', before: '9' }],
    ['a number with a sign', EntriesQuery, { with: 'bob', after: '+1' }],
    ['a number below zero', EntriesQuery, { with: 'bob', after: '-1' }],
    ['a number with a point', EntriesQuery, { with: 'bob', before: '1.5' }],
    ['a number of another base', EntriesQuery, { with: 'bob', before: '0x10' }],
    [
      'a number of 16 digits, which may be no safe one',
      EntriesQuery,
      { with: 'bob', before: '9'.repeat(16) },
    ],
    ['a number with digits of another script', EntriesQuery, { with: 'bob', after: '١' }],
    ['a number that is none', EntriesQuery, { with: 'bob', after: '' }],
  ];

  test.each(CASES)('%s', (_, schema, value) => {
    expect(v.is(schema, value)).toBe(false);
  });
});
