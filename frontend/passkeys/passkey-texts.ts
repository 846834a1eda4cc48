import { passkeys as ar } from '../texts/ar/passkeys.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { passkeys as de } from '../texts/de/passkeys.ts';
import { passkeys as en, type PasskeyTexts } from '../texts/en/passkeys.ts';
import { passkeys as es } from '../texts/es/passkeys.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about passkeys in the settings, by language. They come with these. */
export const PASSKEY_TEXTS: ByLanguage<PasskeyTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function usePasskeyTexts(): PasskeyTexts {
  return useTextsOf(PASSKEY_TEXTS);
}
