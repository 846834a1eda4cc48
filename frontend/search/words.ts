/** A word of a text: as it is looked for, and where it stands. */
export interface Word {
  readonly term: string;
  /** Where it begins and ends in the text as it was written. */
  readonly start: number;
  readonly end: number;
}

/** What is longer is an address or a key, of which nobody types more. */
const MAX_TERM_LETTERS = 40;

/** Scripts that put no spaces between words; `ー` lengthens a vowel in two of them. */
const UNSPACED = `${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((script) => `\\p{Script=${script}}`).join('')}ー`;

/** A run of letters, of one kind of script or of the other. */
const RUN = new RegExp(`(?<unspaced>[${UNSPACED}]+)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

const PLAIN = /^[a-z0-9]*$/i;

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic: what many leave out when they type. */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

/** The same for what people take for the same: large and small letters, with and without accents, wide and narrow. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(LEFT_OUT, '').normalize('NFC').toLowerCase();
}

/**
 * The words of a text, under all that each may be found by. Where a script has no spaces, these are any two
 * neighbouring characters, so that whatever is looked for there is found without knowing the language's words.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { index, 0: run, groups } of text.matchAll(RUN)) {
    if (groups?.unspaced === undefined) words.push(wordAt(run, index));
    else words.push(...pairsIn(run, index), lastOf(run, index));
  }
  return words.filter(({ term }) => term !== '');
}

/** What is looked for by a text that somebody types: each of these has to be in what is found. */
export function termsOf(query: string): string[] {
  const terms: string[] = [];
  for (const { index, 0: run, groups } of query.matchAll(RUN)) {
    const pairs = groups?.unspaced === undefined ? [wordAt(run, index)] : pairsIn(run, index);
    terms.push(...(pairs.length > 0 ? pairs : [lastOf(run, index)]).map(({ term }) => term));
  }
  return [...new Set(terms)].filter((term) => term !== '');
}

function wordAt(run: string, start: number): Word {
  return { term: folded(run).slice(0, MAX_TERM_LETTERS), start, end: start + run.length };
}

function pairsIn(run: string, start: number): Word[] {
  const characters = charactersOf(run, start);
  return characters.slice(1).map((second, i) => {
    const first = characters[i] ?? second;
    return { term: first.term + second.term, start: first.start, end: second.end };
  });
}

/** On its own, because no pair begins with it; those before it are found as the beginnings of pairs. */
function lastOf(run: string, start: number): Word {
  return charactersOf(run, start).at(-1) ?? wordAt(run, start);
}

function charactersOf(run: string, start: number): Word[] {
  let at = start;
  return [...run].map((character) => {
    const word = wordAt(character, at);
    at = word.end;
    return word;
  });
}
