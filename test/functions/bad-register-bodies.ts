const LONE_SURROGATE = '\ud83d';

export const PASSWORD = 'the password of a newcomer';

/** A body that would be accepted, and from which the bad ones are made. */
export const GOOD_BODY = { name: 'carol', password: PASSWORD };

/** What is wrong, with which body, and the field that the answer names. */
export const BAD_REGISTER_BODIES: [what: string, body: unknown, field: string | undefined][] = [
  ['no name', { password: PASSWORD }, 'name'],
  ['no password', { name: 'carol' }, 'password'],
  ['an unknown field', { ...GOOD_BODY, admin: true }, 'admin'],
  ['a name that is a number', { ...GOOD_BODY, name: 7 }, 'name'],
  ['a name that is an object', { ...GOOD_BODY, name: { $ne: '' } }, 'name'],
  ['a name of 2 characters', { ...GOOD_BODY, name: 'al' }, 'name'],
  ['a name of 33 characters', { ...GOOD_BODY, name: 'a'.repeat(33) }, 'name'],
  ['a name with a space', { ...GOOD_BODY, name: 'carol ann' }, 'name'],
  ['a name with what separates names in a key', { ...GOOD_BODY, name: 'alice:bob' }, 'name'],
  ['a name with a letter beyond a to z', { ...GOOD_BODY, name: 'çarol' }, 'name'],
  ['a password of 7 characters', { ...GOOD_BODY, password: '1234567' }, 'password'],
  ['a password of 129 characters', { ...GOOD_BODY, password: 'x'.repeat(129) }, 'password'],
  ['a password that is a list', { ...GOOD_BODY, password: [PASSWORD] }, 'password'],
  [
    'half a character in the password',
    { ...GOOD_BODY, password: `${PASSWORD}${LONE_SURROGATE}` },
    'password',
  ],
  ['a display name that is null', { ...GOOD_BODY, displayName: null }, 'displayName'],
  ['a display name of white space', { ...GOOD_BODY, displayName: '   ' }, 'displayName'],
  ['a display name of 51 characters', { ...GOOD_BODY, displayName: 'é'.repeat(51) }, 'displayName'],
  ['a display name with a line break', { ...GOOD_BODY, displayName: 'Carol\nAlice' }, 'displayName'],
  ['half a character in the display name', { ...GOOD_BODY, displayName: LONE_SURROGATE }, 'displayName'],
  ['no object but a text', 'carol', undefined],
  ['no object but null', null, undefined],
  ['a list', [GOOD_BODY], undefined],
];
