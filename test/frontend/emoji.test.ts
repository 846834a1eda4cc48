import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type FullEmoji,
  type Shortcodes,
  trimmedList,
  trimmedWords,
} from '../../frontend/emoji/data/trimmed.ts';
import { findEmoji, named } from '../../frontend/emoji/find-emoji.ts';
import { parseKept, withRecent } from '../../frontend/emoji/kept-emoji.ts';
import { placeInGrid } from '../../frontend/emoji/place-in-grid.ts';
import { begunShortcode, emojiNamed, endedShortcode, offersFor } from '../../frontend/emoji/shortcodes.ts';
import { inTone, SKIN_TONES } from '../../frontend/emoji/skin-tone.ts';

/** As the build reads them; Jest has no imports of JSON. */
function dataOf<Data>(file: string): Data {
  return JSON.parse(readFileSync(join('node_modules/emojibase-data', file), 'utf8')) as Data;
}

const german = dataOf<FullEmoji[]>('de/data.json');
const english = dataOf<FullEmoji[]>('en/data.json');
const spanish = dataOf<FullEmoji[]>('es/data.json');
const github = dataOf<Shortcodes>('en/shortcodes/github.json');

const ONE_EMOJI = /^\p{RGI_Emoji}$/v;

const list = trimmedList(english, github);
const all = named(list, trimmedWords(english));
const first = (query: string, among = all) => findEmoji(among, query)[0]?.emoji;

describe('the list of emoji', () => {
  test('has only what Unicode recommends, each once, each with a shortcode', () => {
    expect(list.filter(([emoji]) => !ONE_EMOJI.test(emoji))).toEqual([]);
    expect(new Set(list.map(([emoji]) => emoji)).size).toBe(list.length);
    expect(list.filter(([, , , shortcodes]) => shortcodes === '')).toEqual([]);
    expect(list.length).toBeGreaterThan(1_800);
  });

  test('has skin in each tone, also where there are several people', () => {
    const withSkin = list.filter(([, , hasSkin]) => hasSkin).map(([emoji]) => emoji);
    const toned = withSkin.flatMap((emoji) => SKIN_TONES.map((tone) => inTone(emoji, tone)));
    expect(toned.filter((emoji) => !ONE_EMOJI.test(emoji))).toEqual([]);
    expect(inTone('👍', 3)).toBe('👍🏽');
    expect(inTone('🧑‍🤝‍🧑', 5)).toBe('🧑🏿‍🤝‍🧑🏿');
    expect(inTone('☝️', 1)).toBe('☝🏻');
  });

  test.each([
    ['German', german, 'schmetterling', '🦋'],
    ['Spanish', spanish, 'mariposa', '🦋'],
    ['Spanish, without accents', spanish, 'corazon rojo', '❤️'],
  ])('has its names in %s', (_, words, query, emoji) => {
    expect(first(query, named(list, trimmedWords(words)))).toBe(emoji);
  });
});

describe('an emoji is found', () => {
  test.each([
    ['butterfly', '🦋'],
    ['BUTTER', '🧈'],
    ['red heart', '❤️'],
    [':tada:', '🎉'],
    ['🦋', '🦋'],
  ])('by %j', (query, emoji) => {
    expect(first(query)).toBe(emoji);
  });

  test('by no words that it has not', () => {
    expect(findEmoji(all, 'butterfly submarine')).toEqual([]);
  });
});

describe('a shortcode', () => {
  const begunIn = (text: string) => begunShortcode(text, text.length)?.name;
  const endedIn = (text: string) => endedShortcode(text, text.length)?.name;

  test.each([
    [':sm', 'sm'],
    ['Hello :Smi', 'smi'],
    ['(:+1', '+1'],
    ['line\n:heart_ey', 'heart_ey'],
  ])('is begun in %j', (text, name) => {
    expect(begunIn(text)).toBe(name);
  });

  test.each(['', ':', ':s', 'at 10:30', 'https://x', 'a:smile', ':-)', ': smile', ':smile ', ':smile:'])(
    'is not begun in %j',
    (text) => {
      expect(begunIn(text)).toBeUndefined();
    },
  );

  test('is looked for before the caret, wherever that is', () => {
    expect(begunShortcode('so :smi and so on', 7)).toEqual({ from: 3, to: 7, name: 'smi' });
    expect(begunShortcode(`${'x'.repeat(200)} :smi`, 205)).toEqual({ from: 201, to: 205, name: 'smi' });
  });

  test('ends with another colon', () => {
    expect(endedIn('well :tada:')).toBe('tada');
    expect(endedIn('well :tada')).toBeUndefined();
    expect(endedIn('12:30:')).toBeUndefined();
    expect(emojiNamed(list, 'tada', 0)).toBe('🎉');
    expect(emojiNamed(list, '+1', 4)).toBe('👍🏾');
    expect(emojiNamed(list, 'no_such_thing', 0)).toBeUndefined();
  });

  test('is offered by its beginning: first the very name, then what begins so, at most six', () => {
    const names = offersFor(list, 'heart', 0).map(({ name }) => name);
    expect(names[0]).toBe('heart');
    expect(
      offersFor(list, 'smi', 0)
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['smile', 'smirk']);
    expect(names).toHaveLength(6);
    expect(offersFor(list, 'smi', 0).every(({ name }) => name.startsWith('smi'))).toBe(true);
    expect(offersFor(list, 'thumbsu', 2)).toEqual([{ name: 'thumbsup', emoji: '👍🏼' }]);
    expect(offersFor(list, 'qqq', 0)).toEqual([]);
  });
});

describe('a key leads', () => {
  /** Two rows of three, and a last one of one. */
  const grid = { length: 7, columns: 3, isRightToLeft: false };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

  test.each([
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, 6],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['Home', 5, 3],
    ['End', 3, 5],
    ['End', 6, 6],
  ])('%s from %i to %i', (key, from, to) => {
    expect(placeInGrid(press(key), from, grid)).toBe(to);
  });

  test('to the very first and last with Ctrl, and backwards from right to left', () => {
    expect(placeInGrid(press('Home', true), 5, grid)).toBe(0);
    expect(placeInGrid(press('End', true), 1, grid)).toBe(6);
    expect(placeInGrid(press('ArrowLeft'), 1, { ...grid, isRightToLeft: true })).toBe(2);
    expect(placeInGrid(press('a'), 1, grid)).toBeUndefined();
  });
});

describe('what alice likes', () => {
  test('has the latest first, each once, and not for ever', () => {
    expect(withRecent(['😀', '🎉'], '🎉')).toEqual(['🎉', '😀']);
    const many = list.map(([emoji]) => emoji).reduce<string[]>(withRecent, []);
    expect(many).toHaveLength(16);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['other types', { recent: 'x', tone: '3' }],
    ['what is no emoji', { recent: [1, 'x'.repeat(1_000)], tone: 9 }],
  ])('is nothing in particular where %s was kept', (_, kept) => {
    expect(parseKept(kept)).toEqual({ recent: [], tone: 0 });
  });
});
