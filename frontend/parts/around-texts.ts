import { around as ar } from '../texts/ar/around.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { around as de } from '../texts/de/around.ts';
import { type AroundTexts, around as en } from '../texts/en/around.ts';
import { around as es } from '../texts/es/around.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts of what comes a moment later, by language. They come with it, and not with what everybody loads. */
export const AROUND_TEXTS: ByLanguage<AroundTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useAroundTexts(): AroundTexts {
  return useTextsOf(AROUND_TEXTS);
}
