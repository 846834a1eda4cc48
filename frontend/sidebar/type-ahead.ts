/** Letters typed within this time of each other are one beginning of a name. */
const PAUSE_MS = 700;

/** What was typed in a list, letter by letter. */
export interface Typed {
  readonly letters: string;
  readonly at: number;
}

export const NOTHING_TYPED: Typed = { letters: '', at: 0 };

/** What is typed after another key. */
export function withLetter({ letters, at }: Typed = NOTHING_TYPED, letter: string, now: number): Typed {
  return { letters: (now - at < PAUSE_MS ? letters : '') + letter.toLowerCase(), at: now };
}

/**
 * Which of the titles is meant: the next one, around the end, that begins with what was typed. The same letter over
 * and over leads from one to the next.
 * @param from the place where the focus is
 */
export function titleMeant(titles: readonly string[], from: number, { letters }: Typed): number | undefined {
  const isRepeated = new Set(letters).size === 1;
  const beginning = isRepeated ? letters.slice(0, 1) : letters;
  // One that fits already stays, as long as what is typed becomes longer.
  const first = isRepeated ? from + 1 : from;
  const places = titles.map((_, i) => (Math.max(first, 0) + i) % titles.length);
  return places.find((place) => titles[place]?.toLowerCase().startsWith(beginning));
}
