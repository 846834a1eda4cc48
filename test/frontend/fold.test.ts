import { describe, expect, test } from '@jest/globals';
import { foldOf, messageAt } from '../../frontend/state/fold.ts';
import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import { lastShown, messagesOf } from '../../frontend/state/shown-messages.ts';
import { NO_SIDE } from '../../frontend/state/sides.ts';
import type { Entry } from '../../lib/protocol/entries.ts';

const placed = (seq: number, from: string) => ({ seq, from, clientId: `id-${seq}`, at: seq, messages: 1 });
const message = (seq: number, from: string, more: object = {}): Entry => ({
  kind: 'message',
  ...placed(seq, from),
  text: `text ${seq}`,
  ...more,
});
const edit = (seq: number, from: string, target: number, text: string): Entry => ({
  kind: 'edit',
  ...placed(seq, from),
  target,
  text,
});
const deletion = (seq: number, from: string, target: number): Entry => ({
  kind: 'deletion',
  ...placed(seq, from),
  target,
});
const reaction = (seq: number, from: string, target: number, emoji: string | null): Entry => ({
  kind: 'reaction',
  ...placed(seq, from),
  target,
  emoji,
});

const only = (...entries: Entry[]) => foldOf(entries).messages[0];

describe('a message', () => {
  test('has the text of its last edit, and still tells the former ones', () => {
    expect(only(message(1, 'alice'), edit(2, 'alice', 1, 'two'), edit(3, 'alice', 1, 'three'))).toMatchObject(
      {
        text: 'three',
        textAt: 3,
        former: [
          { text: 'text 1', at: 1 },
          { text: 'two', at: 2 },
        ],
      },
    );
  });

  test('is not changed by what another person says of it, nor by what is about something else', () => {
    const log = [
      message(1, 'alice'),
      edit(2, 'bob', 1, 'no'),
      deletion(3, 'bob', 1),
      edit(4, 'alice', 2, 'no'),
    ];
    expect(foldOf(log).messages).toMatchObject([{ text: 'text 1', former: [], reactions: [] }]);
    expect(foldOf([edit(7, 'alice', 3, 'no'), reaction(8, 'bob', 7, '👍')]).messages).toEqual([]);
  });

  test('that is deleted stays so, without its texts and reactions', () => {
    const log = [
      message(1, 'alice'),
      edit(2, 'alice', 1, 'two'),
      reaction(3, 'bob', 1, '👍'),
      deletion(4, 'alice', 1),
      edit(5, 'alice', 1, 'no'),
      reaction(6, 'bob', 1, '👍'),
    ];
    expect(only(...log)).toMatchObject({ gone: 'deleted', text: '', former: [], reactions: [] });
  });

  test('has one reaction of each person, the last, until they take it away', () => {
    const log = [message(1, 'alice'), reaction(2, 'bob', 1, '👍'), reaction(3, 'alice', 1, '👍')];
    expect(only(...log)?.reactions).toEqual([{ emoji: '👍', people: ['bob', 'alice'] }]);
    const other = reaction(4, 'bob', 1, '❤️');
    expect(only(...log, other)?.reactions).toEqual([
      { emoji: '👍', people: ['alice'] },
      { emoji: '❤️', people: ['bob'] },
    ]);
    expect(only(...log, other, reaction(5, 'alice', 1, null))?.reactions).toEqual([
      { emoji: '❤️', people: ['bob'] },
    ]);
  });

  test('stays the same object when something is added that is not about it', () => {
    const log = [message(1, 'alice'), message(2, 'bob')];
    const before = foldOf(log);
    const after = foldOf([...log, reaction(3, 'bob', 2, '👍'), message(4, 'bob')]);
    expect(messageAt(after, 1)).toBe(messageAt(before, 1));
    expect(messageAt(after, 2)?.reactions).toHaveLength(1);
    expect(messageAt(before, 2)?.reactions).toHaveLength(0);
    expect(foldOf(log)).toBe(before);
  });
});

describe('what is shown of a conversation', () => {
  const log = [
    message(1, 'bob'),
    message(2, 'bob', { gone: 'blocked', text: '' }),
    message(3, 'alice', { replyTo: 1, forwarded: true }),
    message(4, 'bob', { replyTo: 2 }),
    reaction(5, 'bob', 3, '👍'),
  ];
  const side = { ...NO_SIDE, starred: [3], hidden: [4] };
  const talk = { ...NO_CONVERSATION, entries: log, loaded: true, side };

  test('is neither what a blocked person wrote nor what was deleted for oneself', () => {
    expect(messagesOf(talk, [], 'alice').map(({ seq }) => seq)).toEqual([1, 3]);
    expect(lastShown(talk)?.seq).toBe(3);
  });

  test('has with a reply what it answers, and says what is starred and what was forwarded', () => {
    const [, mine] = messagesOf(talk, [], 'alice');
    expect(mine).toMatchObject({ starred: true, forwarded: true, quoted: { seq: 1, text: 'text 1' } });
    const unhidden = { ...talk, side: NO_SIDE };
    const theirs = messagesOf(unhidden, [], 'alice').at(-1);
    expect(theirs).toMatchObject({ seq: 4, replyTo: 2 });
    expect(theirs).not.toHaveProperty('quoted');
  });
});
