import type SearchableMap from 'minisearch/SearchableMap';

/** How well a word fits what was typed: the better, the larger. */
export const TYPO = 1;
export const BEGINNING = 2;
export const EXACT = 3;

/** What is found for one word that was typed. */
export interface Like<Value> {
  readonly term: string;
  readonly value: Value;
  readonly grade: number;
}

/** In a shorter word, each letter matters too much. */
const LEAST_LETTERS_WITH_TYPO = 4;
const TYPOS_PER_LETTER = 0.2;
/** More would find what nobody means, and take long. */
const MAX_TYPOS = 2;

/**
 * The words that may be meant by one that was typed.
 * @param isBegun whether it may go on: the last one of what is being typed
 */
export function* likeTerms<Value>(
  terms: SearchableMap<Value>,
  typed: string,
  isBegun: boolean,
): Generator<Like<Value>> {
  if (isBegun) yield* beginningWith(terms, typed, BEGINNING);
  const exact = terms.get(typed);
  if (exact !== undefined) yield { term: typed, value: exact, grade: EXACT };
  if (typed.length < LEAST_LETTERS_WITH_TYPO) return;
  const typos = Math.min(MAX_TYPOS, Math.round(typed.length * TYPOS_PER_LETTER));
  for (const [term, [value, distance]] of terms.fuzzyGet(typed, typos)) {
    if (distance > 0) yield { term, value, grade: TYPO };
  }
  // The most common slip of all counts as two edits, which is more than a short word is allowed.
  for (const term of withSwappedLetters(typed)) {
    if (isBegun) yield* beginningWith(terms, term, TYPO);
    const value = terms.get(term);
    if (value !== undefined) yield { term, value, grade: TYPO };
  }
}

function* beginningWith<Value>(
  terms: SearchableMap<Value>,
  beginning: string,
  grade: number,
): Generator<Like<Value>> {
  for (const [term, value] of terms.atPrefix(beginning)) yield { term, value, grade };
}

function withSwappedLetters(term: string): string[] {
  const swapped: string[] = [];
  for (let i = 0; i + 1 < term.length; i += 1) {
    const [one, other] = [term.charAt(i), term.charAt(i + 1)];
    if (one !== other) swapped.push(term.slice(0, i) + other + one + term.slice(i + 2));
  }
  return swapped;
}
