import { search as ar } from '../texts/ar/search.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { search as de } from '../texts/de/search.ts';
import { search as en, type SearchTexts } from '../texts/en/search.ts';
import { search as es } from '../texts/es/search.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The search's texts by language. They come with its code, and not with what everybody loads. */
export const SEARCH_TEXTS: ByLanguage<SearchTexts> = { en, de, es, ar };

/** The search's texts in the language of the pages. */
export function useSearchTexts(): SearchTexts {
  return useTextsOf(SEARCH_TEXTS);
}
