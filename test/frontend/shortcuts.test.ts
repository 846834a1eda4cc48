import { describe, expect, test } from '@jest/globals';
import { type Press, shortcutOf } from '../../frontend/shortcuts/shortcut-of.ts';
import { NOTHING_TYPED, titleMeant, withLetter } from '../../frontend/sidebar/type-ahead.ts';

const PC = { isMac: false, singleKeys: true };
const MAC = { isMac: true, singleKeys: true };

describe('a shortcut', () => {
  const pressed = (key: string, more: Partial<Press> = {}): Press => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isTyping: false,
    ...more,
  });

  test.each([
    ['Ctrl K', pressed('k', { ctrlKey: true }), 'find'],
    ['Ctrl K, with caps lock', pressed('K', { ctrlKey: true }), 'find'],
    ['Ctrl /', pressed('/', { ctrlKey: true }), 'help'],
    ['Alt and down', pressed('ArrowDown', { altKey: true }), 'next'],
    ['Alt and up', pressed('ArrowUp', { altKey: true }), 'previous'],
    ['Escape', pressed('Escape'), 'back'],
    ['/', pressed('/'), 'find'],
    ['?', pressed('?'), 'help'],
    ['K alone', pressed('k'), undefined],
    ['down alone', pressed('ArrowDown'), undefined],
  ])('by %s', (_, press, shortcut) => {
    expect(shortcutOf(press, PC)).toBe(shortcut);
  });

  test('is by the command key on a Mac, where Ctrl K cuts a line', () => {
    expect(shortcutOf(pressed('k', { metaKey: true }), MAC)).toBe('find');
    expect(shortcutOf(pressed('k', { ctrlKey: true }), MAC)).toBeUndefined();
  });

  test('takes no character away from somebody who types', () => {
    for (const key of ['/', '?', 'k', ' ', 'Enter']) {
      expect(shortcutOf(pressed(key, { isTyping: true }), PC)).toBeUndefined();
    }
    // AltGr, with which Europeans write some characters, is Ctrl and Alt to the browser.
    expect(shortcutOf(pressed('/', { isTyping: true, ctrlKey: true, altKey: true }), PC)).toBeUndefined();
  });

  test('is no single character once somebody has turned these off', () => {
    for (const key of ['/', '?']) {
      expect(shortcutOf(pressed(key), { isMac: false, singleKeys: false })).toBeUndefined();
    }
  });
});

describe('letters that are typed in a list', () => {
  const titles = ['Alice', 'Bob', 'Bea', 'Carol', 'Émile'];
  const typed = (letters: string) => [...letters].reduce((so, it) => withLetter(so, it, 1), NOTHING_TYPED);

  test('lead to the next row that begins so', () => {
    expect(titleMeant(titles, 0, typed('b'))).toBe(1);
    expect(titleMeant(titles, 0, typed('BE'))).toBe(2);
    expect(titleMeant(titles, 0, typed('é'))).toBe(4);
  });

  test('lead around the end, and on with each repetition', () => {
    expect(titleMeant(titles, 1, typed('b'))).toBe(2);
    expect(titleMeant(titles, 2, typed('bb'))).toBe(1);
    expect(titleMeant(titles, 3, typed('a'))).toBe(0);
  });

  test('lead nowhere if nobody begins so, or nobody is there', () => {
    expect(titleMeant(titles, 0, typed('x'))).toBeUndefined();
    expect(titleMeant([], -1, typed('a'))).toBeUndefined();
  });

  test('are a new beginning after a pause', () => {
    const first = withLetter(NOTHING_TYPED, 'a', 10_000);
    expect(withLetter(first, 'b', 10_100).letters).toBe('ab');
    expect(withLetter(first, 'b', 11_000).letters).toBe('b');
  });
});
