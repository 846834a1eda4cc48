import { codes as ar } from '../texts/ar/codes.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { codes as de } from '../texts/de/codes.ts';
import { type CodesTexts, codes as en } from '../texts/en/codes.ts';
import { codes as es } from '../texts/es/codes.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about second factors and recovery codes, by language. They come with what shows them. */
export const CODES_TEXTS: ByLanguage<CodesTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useCodesTexts(): CodesTexts {
  return useTextsOf(CODES_TEXTS);
}
