import { problems as ar } from '../texts/ar/problems.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { problems as de } from '../texts/de/problems.ts';
import { problems as en, type ProblemTexts } from '../texts/en/problems.ts';
import { problems as es } from '../texts/es/problems.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** A sentence for whatever may go wrong, by language. They come with what shows them, and not with what everybody loads. */
export const PROBLEM_TEXTS: ByLanguage<ProblemTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useProblemTexts(): ProblemTexts {
  return useTextsOf(PROBLEM_TEXTS);
}
