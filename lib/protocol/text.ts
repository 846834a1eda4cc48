import * as v from 'valibot';
import { characters } from './characters.ts';
import { MAX_TEXT_CHARACTERS } from './limits.ts';

/**
 * False for text with a lone surrogate. Such text has no UTF-8 form, so it could not come back as it was sent.
 */
export function wellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** The body of a message: kept exactly as it was sent, white space and all. */
export const Text = v.pipe(
  v.string('A text is a string.'),
  v.check(wellFormed, 'A text must be well-formed Unicode: it has half of a surrogate pair.'),
  v.check(
    (text) => text !== '' && characters(text) <= MAX_TEXT_CHARACTERS,
    `A text has 1 to ${MAX_TEXT_CHARACTERS} characters.`,
  ),
);
