import type { EmojiList, EmojiWords, ListedEmoji } from './data/types.ts';

/** More than these nobody looks through; and they are quickly shown. */
const MOST_FOUND = 120;

/** An emoji with what it is called, as the picker shows it. */
export interface NamedEmoji {
  readonly emoji: string;
  readonly group: number;
  readonly hasSkin: boolean;
  readonly name: string;
  /** Whatever it can be found by, each word between spaces. */
  readonly words: string;
}

/** The list with the words of a language. */
export function named(list: EmojiList, words: EmojiWords): NamedEmoji[] {
  return list.map(([emoji, group, hasSkin, shortcodes]: ListedEmoji, i) => {
    const [name, otherWords] = words[i] ?? [emoji, ''];
    const all = folded(` ${name} ${otherWords} ${shortcodes.replaceAll('_', ' ')} `);
    return { emoji, group, hasSkin: hasSkin === 1, name, words: all };
  });
}

/** Those that have a word for each of the words that are looked for: first those whose names begin so. */
export function findEmoji(all: readonly NamedEmoji[], query: string): NamedEmoji[] {
  const wanted = folded(query).replace(/[:_]/g, ' ').trim().split(/\s+/);
  const rankOf = ({ words }: NamedEmoji) => {
    if (words.startsWith(` ${wanted[0]} `)) return 0;
    return words.startsWith(` ${wanted[0]}`) ? 1 : 2;
  };
  return all
    .filter(({ emoji, words }) => emoji === query || wanted.every((it) => words.includes(` ${it}`)))
    .map((emoji) => ({ emoji, rank: rankOf(emoji) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ emoji }) => emoji);
}

/** As it is looked for: without capitals and accents. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
