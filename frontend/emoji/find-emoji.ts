import type { EmojiList, EmojiWords, ListedEmoji } from './data/types.ts';

/** More than these nobody looks through; and they are quickly shown. */
const MOST_FOUND = 120;

/** An emoji with what it is called, as the picker shows it. */
export interface NamedEmoji {
  readonly emoji: string;
  readonly group: number;
  readonly hasSkin: boolean;
  readonly name: string;
  /** Whatever it can be found by, each word with a space before it. */
  readonly words: string;
}

/** The list with the words of a language. */
export function named(list: EmojiList, words: EmojiWords): NamedEmoji[] {
  return list.map(([emoji, group, hasSkin, shortcodes]: ListedEmoji, i) => {
    const [name, otherWords] = words[i] ?? [emoji, ''];
    const all = folded(` ${name} ${otherWords} ${shortcodes.replaceAll('_', ' ')}`);
    return { emoji, group, hasSkin: hasSkin === 1, name, words: all };
  });
}

/** Those that have a word for each of the words that are looked for: first those whose names begin so. */
export function findEmoji(all: readonly NamedEmoji[], query: string): NamedEmoji[] {
  const wanted = folded(query).replace(/[:_]/g, ' ').trim().split(/\s+/);
  const found = all.filter(
    ({ emoji, words }) => emoji === query || wanted.every((it) => words.includes(` ${it}`)),
  );
  const isFirst = ({ words }: NamedEmoji) => words.startsWith(` ${wanted[0]}`);
  return [...found.filter(isFirst), ...found.filter((it) => !isFirst(it))].slice(0, MOST_FOUND);
}

/** As it is looked for: without capitals and accents. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
