import { useSyncExternalStore } from 'react';
import { type ByLanguage, inLanguage } from './by-language.ts';
import type { Texts } from './en.ts';
import { type Language, language, onLanguageChange } from './language.ts';

/** All texts in the language of the pages; renders again when that changes. */
export function useTexts(): Texts {
  return useLanguage().texts;
}

/** Of texts that come with the part that shows them, and not with what everybody loads, those in the language of the pages. */
export function useTextsOf<PartTexts>(texts: ByLanguage<PartTexts>): PartTexts {
  return inLanguage(texts, useLanguage().tag);
}

/** The language of the pages; whoever shows times or numbers needs it (or `useTexts`), so as to render again. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, language);
}
