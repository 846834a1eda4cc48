/** In degrees: far enough from each other to be told apart. */
export const HUE_STEP = 30;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of a display name, and that of its last word, if it has several. */
export function initialsOf(displayName: string): string {
  const words = displayName.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word = '') => firstOf(word)).join('');
}

/** Somebody's hue, in degrees: the same on all devices. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 65_536;
  return (hash * HUE_STEP) % 360;
}

function firstOf(word: string): string {
  const [first] = graphemes.segment(word);
  return first?.segment.toUpperCase() ?? '';
}
