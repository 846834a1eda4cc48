const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A name, or whatever else somebody typed, as it may stand in a sentence. Without this an Arabic name in an English
 * sentence, or an English one in an Arabic, would turn the words and dots around it to the wrong side.
 */
export function isolated(words: string): string {
  return `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}`;
}
