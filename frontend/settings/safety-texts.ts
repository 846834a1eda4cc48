import { safety as ar } from '../texts/ar/safety.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { safety as de } from '../texts/de/safety.ts';
import { safety as en, type SafetyTexts } from '../texts/en/safety.ts';
import { safety as es } from '../texts/es/safety.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about log-ins and passwords, by language. They come with the settings. */
export const SAFETY_TEXTS: ByLanguage<SafetyTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useSafetyTexts(): SafetyTexts {
  return useTextsOf(SAFETY_TEXTS);
}
