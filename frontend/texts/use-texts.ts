import { useSyncExternalStore } from 'react';
import type { Texts } from './en.ts';
import { type Language, language, onLanguageChange } from './language.ts';

/** All texts in the language of the pages; renders again when that changes. */
export function useTexts(): Texts {
  return useLanguage().texts;
}

/** The language of the pages; whoever shows times or numbers needs it (or `useTexts`), so as to render again. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, language);
}
