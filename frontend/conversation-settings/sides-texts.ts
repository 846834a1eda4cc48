import { sides as ar } from '../texts/ar/sides.ts';
import { type ByLanguage, inLanguage } from '../texts/by-language.ts';
import { sides as de } from '../texts/de/sides.ts';
import { sides as en, type SidesTexts } from '../texts/en/sides.ts';
import { sides as es } from '../texts/es/sides.ts';
import { language } from '../texts/language.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about one's own side of conversations, by language. They come with its code, and not with what everybody loads. */
export const SIDES_TEXTS: ByLanguage<SidesTexts> = { en, de, es, ar };

/** Those texts in the language of the pages. */
export function useSidesTexts(): SidesTexts {
  return useTextsOf(SIDES_TEXTS);
}

/** The same, for what is not shown by a component. */
export function sidesTexts(): SidesTexts {
  return inLanguage(SIDES_TEXTS, language().tag);
}
