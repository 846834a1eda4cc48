import type { EmojiList, EmojiWords } from './types.ts';

/** What the package says of one emoji, as far as it is used. */
export interface FullEmoji {
  readonly hexcode: string;
  readonly emoji: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
  readonly version: number;
  readonly skins?: readonly unknown[];
}

/** By hexcode. */
export type Shortcodes = Readonly<Record<string, string | readonly string[]>>;

/** Newer ones are empty boxes on many devices, and unknown to some servers. Of 2022. */
const NEWEST_VERSION = 15;
/** Hair and skin alone: parts of others. */
const COMPONENTS = 2;

const ONE_EMOJI = /^\p{RGI_Emoji}$/v;
const AS_PICTURE = '\uFE0F';

/** All that can be chosen, in the order of Unicode. */
export function trimmedList(all: readonly FullEmoji[], shortcodes: Shortcodes): EmojiList {
  return chosen(all).map(({ emoji, hexcode, group = 0, skins }) => [
    asUnicodeRecommends(emoji),
    group,
    skins === undefined ? 0 : 1,
    [shortcodes[hexcode] ?? []].flat().join(' '),
  ]);
}

/** Their names and what else one may look for, in the same order. */
export function trimmedWords(all: readonly FullEmoji[]): EmojiWords {
  return chosen(all).map(({ label, tags = [] }) => [
    label,
    tags.filter((tag) => !label.includes(tag)).join(' '),
  ]);
}

function chosen(all: readonly FullEmoji[]): FullEmoji[] {
  return all
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST_VERSION)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
}

/** The package also puts a "show this as a picture" behind some that are pictures anyway. */
function asUnicodeRecommends(emoji: string): string {
  const recommended = [emoji, emoji.replaceAll(AS_PICTURE, '')].find((it) => ONE_EMOJI.test(it));
  if (recommended === undefined) throw new Error(`${emoji} is no emoji.`);
  return recommended;
}
