import { expect, test } from '@jest/globals';
import { type PageSize, pageSizes } from '../../scripts/build/pages.ts';

const KILOBYTE = 1_000;
/** React takes 70 of them. */
const MAX_LOGIN_BYTES = 85 * KILOBYTE;
const MAX_CHAT_BYTES = 100 * KILOBYTE;

/** Scripts and styles; each is a request more, and they all go out at once. */
const MAX_FILES = 12;

const { account, chat } = pageSizes();

test('/login loads at most 85 kB, packed, before it shows something', () => {
  expect(kinds(account)).toEqual(['css', 'js']);
  expect(sum(account)).toBeLessThanOrEqual(MAX_LOGIN_BYTES);
});

test('the chat loads at most 100 kB, packed, before it shows something', () => {
  expect(kinds(chat)).toEqual(['css', 'js']);
  expect(sum(chat)).toBeLessThanOrEqual(MAX_CHAT_BYTES);
});

test('neither is loaded in more than a few files', () => {
  expect(account.length).toBeLessThanOrEqual(MAX_FILES);
  expect(chat.length).toBeLessThanOrEqual(MAX_FILES);
});

function kinds(sizes: readonly PageSize[]): string[] {
  return [...new Set(sizes.map(({ name }) => name.split('.').at(-1) ?? ''))].sort();
}

function sum(sizes: readonly PageSize[]): number {
  return sizes.reduce((all, { gzipBytes }) => all + gzipBytes, 0);
}
