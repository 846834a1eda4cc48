import type { EmojiList, ListedEmoji } from './data/types.ts';
import { inTone, type SkinTone } from './skin-tone.ts';

/** What is offered at once: more is not read. */
const MOST_OFFERED = 6;

const BEGUN = /(?<![^\s(["'*_])(:)([a-z0-9+-][a-z0-9_+-]+)$/i;
const ENDED = /(?<![^\s(["'*_])(:)([a-z0-9+-][a-z0-9_+-]+):$/i;

/** A shortcode in a text that is being written, up to the caret. */
export interface Written {
  /** Where its colon is, and where the caret. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export interface Offer {
  readonly name: string;
  readonly emoji: string;
}

/** What stands before the caret if it is the beginning of a shortcode: `:sm`, with at least two letters. */
export function begunShortcode(text: string, caret: number): Written | undefined {
  return written(BEGUN, text, caret);
}

/** What stands before the caret if it is a whole shortcode: `:smile:`. */
export function endedShortcode(text: string, caret: number): Written | undefined {
  return written(ENDED, text, caret);
}

function written(pattern: RegExp, text: string, caret: number): Written | undefined {
  // The longest has 40 characters; so a long text is not looked through at each key.
  const start = Math.max(0, caret - 50);
  const found = pattern.exec(text.slice(start, caret));
  return found ? { from: start + found.index, to: caret, name: (found[2] ?? '').toLowerCase() } : undefined;
}

/** The emoji of a shortcode. */
export function emojiNamed(list: EmojiList, name: string, tone: SkinTone): string | undefined {
  const named = list.find((listed) => namesOf(listed).includes(name));
  return named && toned(named, tone);
}

/**
 * What may be meant by the beginning of a shortcode: first those that begin so, then those with a word that
 * does; the shorter the sooner.
 */
export function offersFor(list: EmojiList, begun: string, tone: SkinTone): Offer[] {
  const all = list.flatMap((listed) => namesOf(listed).map((name) => ({ name, listed })));
  const rankOf = ({ name }: { name: string }) => {
    if (name === begun) return 0;
    if (name.startsWith(begun)) return 1;
    return name.includes(`_${begun}`) ? 2 : 3;
  };
  return all
    .map((one) => ({ ...one, rank: rankOf(one) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank || one.name.length - other.name.length)
    .slice(0, MOST_OFFERED)
    .map(({ name, listed }) => ({ name, emoji: toned(listed, tone) }));
}

function namesOf([, , , shortcodes]: ListedEmoji): string[] {
  return shortcodes.split(' ');
}

function toned([emoji, , hasSkin]: ListedEmoji, tone: SkinTone): string {
  return hasSkin ? inTone(emoji, tone) : emoji;
}
