import { describe, expect, test } from '@jest/globals';
import { MessageIndex } from '../../frontend/search/message-index.ts';
import { Runs } from '../../frontend/search/runs.ts';
import { snippetOf } from '../../frontend/search/snippet.ts';
import { folded, termsOf, wordsIn } from '../../frontend/search/words.ts';
import type { Entry, MessageEntry } from '../../lib/protocol/entries.ts';
import { madeUpMessages, seeded } from '../../scripts/bench/made-up-messages.ts';

const LIMIT = 50;

function entry(seq: number, text: string, at = 1_000 + seq): Entry {
  return { kind: 'message', seq, from: 'bob', clientId: `id-${seq}`, at, messages: seq, text };
}

/** An index of what bob wrote, the first text first. */
function indexOf(...texts: string[]): MessageIndex {
  const index = new MessageIndex();
  index.add(
    'bob',
    texts.map((text, i) => entry(i + 1, text)),
  );
  return index;
}

function found(index: MessageIndex, query: string): string[] {
  return index.find(query, LIMIT).hits.map(({ snippet }) => snippet.map(({ text }) => text).join(''));
}

function marked(index: MessageIndex, query: string): string[] {
  const pieces = index.find(query, LIMIT).hits.flatMap(({ snippet }) => snippet);
  return pieces.filter(({ isFound }) => isFound).map(({ text }) => text);
}

describe('a message is found', () => {
  test.each([
    ['a word of it', 'heron', 'A heron on the pond'],
    ['the beginning of a word, as one types', 'her', 'A heron on the pond'],
    ['several words, in any order', 'pond heron', 'A heron on the pond'],
    ['large letters for small ones', 'HERON', 'A heron on the pond'],
    ['a letter that is missing', 'hron', 'A heron on the pond'],
    ['a letter too many', 'herron', 'A heron on the pond'],
    ['a wrong letter', 'herin', 'A heron on the pond'],
    ['two letters swapped', 'heorn', 'A heron on the pond'],
    ['two letters swapped in a word that is begun', 'allomte', 'On the allotment'],
    ['a word without its accents', 'cafe', 'In the Café Zoë'],
    ['an accent that is not there', 'pönd', 'A heron on the pond'],
    ['letters of full width', 'ｐｏｎｄ', 'A heron on the pond'],
    ['part of a sentence in Chinese', '京都', '我们明天去京都看花'],
    ['one character in Japanese', '花', '明日は花見です'],
    ['the last character of a sentence', '花', '我们明天去看花'],
    ['a word in Korean', '내일', '내일 만나요'],
    ['a word in Arabic without its vowel signs', 'كتاب', 'هذا كِتَابٌ جميل'],
    ['part of a sentence in Thai', 'ขอบคุณ', 'ฉันขอบคุณมาก'],
    ['a number', '1930', 'In 1930 it was built'],
  ])('by %s', (_, query, text) => {
    expect(found(indexOf('Something else', text, 'Quite another thing'), query)).toEqual([text]);
  });

  test.each([
    ['a word that is not there', 'stork'],
    ['a word of several that is not there', 'heron stork'],
    ['a typo in a short word', 'pnd'],
    ['what is no word', '?!'],
    ['nothing', ''],
  ])('not by %s', (_, query) => {
    expect(indexOf('A heron on the pond').find(query, LIMIT)).toEqual({ count: 0, hits: [] });
  });

  test('by what it says now', () => {
    const index = indexOf('one', 'two');
    index.forget('bob');
    index.add('bob', [entry(1, 'three')]);
    expect(found(index, 'one')).toEqual([]);
    expect(found(index, 'three')).toEqual(['three']);
  });
});

describe('a message that was changed', () => {
  const about = { from: 'bob', messages: 2, target: 1 };
  const edit: Entry = {
    kind: 'edit',
    seq: 3,
    clientId: 'e',
    at: 9_000,
    text: 'A *stork* on the pond',
    ...about,
  };
  const deletion: Entry = { kind: 'deletion', seq: 4, clientId: 'd', at: 9_001, ...about };
  const reaction: Entry = { kind: 'reaction', seq: 5, clientId: 'r', at: 9_002, emoji: '🐦', ...about };

  test('is found by its last text, without the markers in it, at its own time', () => {
    const index = indexOf('A heron on the pond', 'Where?');
    index.add('bob', [edit, reaction]);
    expect(found(index, 'heron')).toEqual([]);
    expect(found(index, 'stork')).toEqual(['A stork on the pond']);
    expect(index.find('stork', LIMIT).hits).toMatchObject([{ seq: 1, at: 1_001 }]);
  });

  test('is not found once it is deleted, in whatever order that became known', () => {
    for (const log of [
      [edit, deletion],
      [deletion, edit],
    ]) {
      const index = indexOf('A heron on the pond', 'Where?');
      index.add('bob', log);
      expect([found(index, 'heron'), found(index, 'stork'), found(index, 'where')]).toEqual([
        [],
        [],
        ['Where?'],
      ]);
    }
  });

  test('or that is gone as it is read says nothing', () => {
    const index = indexOf('A heron on the pond');
    index.add('bob', [{ ...(entry(2, '') as MessageEntry), gone: 'blocked' }]);
    expect(index.coverage).toEqual({ covered: 2, all: 2 });
  });
});

describe('of what is found', () => {
  test('what has the word itself comes first, then what begins with it, then what may be meant; the latest first', () => {
    const index = indexOf('the pone', 'a ponder', 'pond', 'ponds', 'the pond');
    expect(found(index, 'pond')).toEqual(['the pond', 'pond', 'ponds', 'a ponder', 'the pone']);
  });

  test('the latest is first, whoever it was written with and in whatever order it became known', () => {
    const index = new MessageIndex();
    index.add('bob', [entry(5, 'hello from the end', 900)]);
    index.add('carol', [entry(1, 'hello carol', 500)]);
    index.add('bob', [entry(4, 'hello before that', 300)]);
    expect(index.find('hello', LIMIT).hits.map(({ with: name, seq }) => `${name} ${seq}`)).toEqual([
      'bob 5',
      'carol 1',
      'bob 4',
    ]);
  });

  test('no more is given than was asked for, and how much there is is told', () => {
    const index = indexOf(...Array.from({ length: 120 }, (_, i) => `word ${i}`));
    const { count, hits } = index.find('word', 50);
    expect([count, hits.length, hits[0]?.seq]).toEqual([120, 50, 120]);
  });

  test('the words are marked, and nothing else', () => {
    const index = indexOf('The heron, the Heron and the hérons: <b>heron</b>');
    expect(marked(index, 'heron')).toEqual(['heron', 'Heron', 'hérons', 'heron']);
    expect(marked(indexOf('我们明天去京都看花'), '京都看')).toEqual(['京都看']);
  });

  test('a message that is taken in twice is there once', () => {
    const index = indexOf('hello');
    index.add('bob', [entry(1, 'hello')]);
    expect(index.find('hello', LIMIT).count).toBe(1);
    expect(index.coverage).toEqual({ covered: 1, all: 1 });
  });
});

describe('the index tells', () => {
  test('how much of all that was written it covers', () => {
    const index = new MessageIndex();
    index.add('bob', [entry(99, 'a'), entry(100, 'b')]);
    index.add('carol', [entry(1, 'c')]);
    expect(index.coverage).toEqual({ covered: 3, all: 101 });
    index.forget('bob');
    expect(index.coverage).toEqual({ covered: 1, all: 1 });
  });

  test('what it lacks of a log', () => {
    const index = new MessageIndex();
    expect(index.missing('bob', 7)).toBe(7);
    index.add('bob', [entry(8, 'a'), entry(9, 'b'), entry(3, 'c')]);
    expect(index.missing('bob', index.last('bob'))).toBe(7);
    index.add(
      'bob',
      [4, 5, 6, 7].map((seq) => entry(seq, 'd')),
    );
    expect(index.missing('bob', 9)).toBe(2);
    index.add('bob', [entry(2, 'e'), entry(1, 'f')]);
    expect(index.missing('bob', 9)).toBe(0);
  });
});

test('runs of numbers are the same in whatever order the numbers come', () => {
  const random = seeded(3);
  const runs = new Runs();
  const numbers = Array.from({ length: 60 }, (_, i) => i + 1).filter((number) => number % 20 !== 7);
  for (const number of numbers.toSorted(() => random() - 0.5)) runs.add(number);
  expect([runs.last, runs.missing(60), runs.missing(46), runs.missing(26), runs.missing(6)]).toEqual([
    60, 47, 27, 7, 0,
  ]);
});

describe('a snippet', () => {
  const long = `${'before '.repeat(40)}heron ${'after '.repeat(40)}`;

  test('begins a little before what was found, and ends some way behind it', () => {
    const text = snippetOf(long, new Set(['heron']))
      .map((piece) => piece.text)
      .join('');
    expect(text).toMatch(/^…before (before ){2,5}heron after .*after…$/);
    expect(text.length).toBeLessThan(120);
  });

  test('is the whole of a short text, in one line', () => {
    expect(snippetOf('one\ntwo', new Set(['two']))).toEqual([
      { text: 'one ', isFound: false },
      { text: 'two', isFound: true },
    ]);
  });
});

test('words are folded alike on both sides, and know where they stand', () => {
  expect(folded('ÉCOLE ﬁn Ångström')).toBe('ecole fin angstrom');
  expect(wordsIn('Où, là?')).toEqual([
    { term: 'ou', start: 0, end: 2 },
    { term: 'la', start: 4, end: 6 },
  ]);
  expect(termsOf('東京都')).toEqual(['東京', '京都']);
});

test('among 50,000 messages each is found by what it says', () => {
  const logs = madeUpMessages(50_000, seeded(1));
  const index = new MessageIndex();
  for (const [name, entries] of logs) index.add(name, entries);
  expect(index.coverage).toEqual({ covered: 50_000, all: 50_000 });
  const samples = [...logs].flatMap(([name, entries]) =>
    // What says just “the” is one of thousands.
    entries
      .filter(({ text }) => text.split(' ').length > 4)
      .slice(40, 42)
      .map((it) => ({ name, it })),
  );
  for (const { name, it } of samples) {
    const { hits } = index.find(it.text, 1_000);
    expect(hits.map((hit) => `${hit.with}/${hit.seq}`)).toContain(`${name}/${it.seq}`);
  }
});
