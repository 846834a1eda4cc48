import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { characters } from '../../lib/protocol/characters.ts';
import { Ping, SendMessage } from '../../lib/protocol/client-frames.ts';
import { Seq } from '../../lib/protocol/seq.ts';
import { Text } from '../../lib/protocol/text.ts';

const ELEPHANT = '🐘';
const FAMILY = '👩‍👩‍👧';

const message = { clientId: 'm1', text: 'Hello' };
const good = { action: 'send-message', id: 'f1', to: 'bob', after: 6, messages: [message] };

describe('a text', () => {
  test.each([
    ['of one character', 'x'],
    ['of a space', ' '],
    ['of a line break', '\n'],
    ['of 4,000 characters', 'x'.repeat(4_000)],
    ['of 4,000 elephants', ELEPHANT.repeat(4_000)],
    ['with white space at both ends', '\n\t  Hello  \n'],
    ['with a null', 'a\u0000b'],
    ['with letters of several parts, not composed', 'e\u0301 ﬁ Å'],
    ['with an emoji of several', FAMILY],
    ['that looks like markup', '<img src=x onerror=alert(1)>'],
    ['with a character that is no character', '\uffff\ufffe'],
  ])('%s is accepted, and kept exactly as it is', (_, text) => {
    expect(v.parse(Text, text)).toBe(text);
  });

  test.each([
    ['that is empty', ''],
    ['of 4,001 characters', 'x'.repeat(4_001)],
    ['of 4,001 elephants', ELEPHANT.repeat(4_001)],
    ['with the first half of a character', 'x\ud83d'],
    ['with the second half of a character', '\udc18x'],
    ['with two halves in the wrong order', '\udc18\ud83d'],
    ['that is a number', 7],
    ['that is null', null],
    ['that is a list', ['Hello']],
  ])('%s is refused', (_, text) => {
    expect(v.is(Text, text)).toBe(false);
  });

  test('is counted in code points', () => {
    expect(['', 'abc', ELEPHANT, 'e\u0301', FAMILY].map(characters)).toEqual([0, 3, 1, 2, 5]);
  });
});

describe('a sequence number', () => {
  test.each([0, 1, 100, Number.MAX_SAFE_INTEGER])('may be %d', (seq) => {
    expect(v.is(Seq, seq)).toBe(true);
  });

  test.each([-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined, true])(
    'may not be %p',
    (seq) => {
      expect(v.is(Seq, seq)).toBe(false);
    },
  );
});

describe('send-message', () => {
  const accepted: [string, object][] = [
    ['one message', good],
    ['ten messages', { ...good, messages: many(10) }],
    ['nothing known yet', { ...good, after: 0 }],
    [
      'ids of 64 characters',
      { ...good, id: 'x'.repeat(64), messages: [{ ...message, clientId: 'X'.repeat(64) }] },
    ],
    ['UUIDs as ids', { ...good, id: '0b8ac9ff-6c48-4a1c-b5f1-b7a0d3a4fd1e' }],
  ];
  test.each(accepted)('with %s is accepted as it is', (_, frame) => {
    expect(v.parse(SendMessage, frame)).toEqual(frame);
  });

  test('lowers the name of the recipient', () => {
    expect(v.parse(SendMessage, { ...good, to: 'Bob' }).to).toBe('bob');
  });

  const refused: [string, object][] = [
    ['another action', { ...good, action: 'ping' }],
    ['no id', { ...good, id: undefined }],
    ['an empty id', { ...good, id: '' }],
    ['an id of 65 characters', { ...good, id: 'x'.repeat(65) }],
    ['an id with a line break behind it', { ...good, id: 'f1\n' }],
    ['an id with an umlaut', { ...good, id: 'fü' }],
    ['no recipient', { ...good, to: undefined }],
    ['a name that nobody can have', { ...good, to: 'x' }],
    ['no after', { ...good, after: undefined }],
    ['no message', { ...good, messages: [] }],
    ['11 messages', { ...good, messages: many(11) }],
    ['two messages of one clientId', { ...good, messages: [message, { ...message, text: 'Another' }] }],
    ['a message without a clientId', { ...good, messages: [{ text: 'Hello' }] }],
    ['a clientId with a dot', { ...good, messages: [{ ...message, clientId: 'm.1' }] }],
    ['a message with a field too many', { ...good, messages: [{ ...message, at: 1 }] }],
    ['a field too many', { ...good, from: 'bob' }],
  ];
  test.each(refused)('with %s is refused', (_, frame) => {
    expect(v.is(SendMessage, frame)).toBe(false);
  });
});

describe('ping', () => {
  test('is an action and an id', () => {
    expect(v.parse(Ping, { action: 'ping', id: 'f2' })).toEqual({ action: 'ping', id: 'f2' });
  });

  test.each([
    { action: 'ping' },
    { id: 'f2' },
    { action: 'pong', id: 'f2' },
    { action: 'ping', id: 'f2', at: 1 },
  ])('is not %j', (frame) => {
    expect(v.is(Ping, frame)).toBe(false);
  });
});

function many(count: number) {
  return Array.from({ length: count }, (_, i) => ({ clientId: `m${i}`, text: 'Hello' }));
}
