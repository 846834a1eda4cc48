import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversationOf } from '../../lib/chat/conversation.ts';

/** Names as they may be, many of them the beginning of another. */
const names = fc.stringMatching(/^[ab_-]{3,6}$/);

test('a conversation is the same, whichever of the two one begins with', () => {
  expect(conversationOf('alice', 'bob')).toBe(conversationOf('bob', 'alice'));
  fc.assert(
    fc.property(names, names, (one, other) => conversationOf(one, other) === conversationOf(other, one)),
  );
});

test('two different pairs never share a conversation', () => {
  const pairs = fc.tuple(names, names);
  fc.assert(
    fc.property(pairs, pairs, (one, other) => {
      const samePair = one.toSorted().join(' ') === other.toSorted().join(' ');
      return (conversationOf(...one) === conversationOf(...other)) === samePair;
    }),
    { numRuns: 1_000 },
  );
});
