import { en, type Texts } from './en.ts';
import { writeNumbersAs } from './plural.ts';

/** The language that the pages are in, and all its texts. */
export interface Language {
  /** As `Intl` and `<html lang>` know it: with the region, where the browser has told one. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
}

const ENGLISH: Language = { tag: 'en', direction: 'ltr', texts: en };

let current = ENGLISH;
const listeners = new Set<() => void>();

export function language(): Language {
  return current;
}

/** Puts the pages into a language. */
export function changeLanguage(next: Language): void {
  current = next;
  writeNumbersAs(next.tag);
  for (const listener of [...listeners]) listener();
}

/** Calls back when the language has changed; returns what ends that. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
