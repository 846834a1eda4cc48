import { wordsIn } from './words.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** What fits into two lines of a list. */
const MAX_CHARACTERS = 110;

/** So much stands before what was found, so that one sees what it is about. */
const MAX_BEFORE = 32;

interface Range {
  start: number;
  end: number;
}

/**
 * The part of a text around what was found in it.
 * @param found the words that were found, as `wordsIn` has them
 */
export function snippetOf(text: string, found: ReadonlySet<string>): Piece[] {
  const words = wordsIn(text);
  const ranges = joined(words.filter(({ term }) => found.has(term)));
  const firstFound = ranges[0]?.start ?? 0;
  // Cut at words: anywhere else might be the middle of a character.
  const start = firstFound <= MAX_BEFORE ? 0 : startOfWord(words, firstFound - MAX_BEFORE, firstFound);
  const end = endOfWord(words, start + MAX_CHARACTERS, text.length);
  const pieces: Piece[] = [];
  let at = start;
  const add = (to: number, isFound: boolean) => {
    if (to > at) pieces.push({ text: onOneLine(text.slice(at, to)), isFound });
    at = Math.max(at, to);
  };
  if (start > 0) pieces.push({ text: '…', isFound: false });
  for (const range of ranges) {
    if (range.end > end) break;
    add(range.start, false);
    add(range.end, true);
  }
  add(end, false);
  if (end < text.length) pieces.push({ text: '…', isFound: false });
  return pieces;
}

/** Where found words overlap or touch, as those of scripts without spaces do, they are one. */
function joined(words: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of words) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

function startOfWord(words: readonly Range[], from: number, otherwise: number): number {
  return words.find(({ start }) => start >= from)?.start ?? otherwise;
}

function endOfWord(words: readonly Range[], upTo: number, length: number): number {
  if (length <= upTo) return length;
  return words.findLast(({ end }) => end <= upTo)?.end ?? length;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
