import { profile as ar } from '../texts/ar/profile.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { profile as de } from '../texts/de/profile.ts';
import { profile as en, type ProfileTexts } from '../texts/en/profile.ts';
import { profile as es } from '../texts/es/profile.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about one's own profile, by language. They come with that code, and not with what everybody loads. */
export const PROFILE_TEXTS: ByLanguage<ProfileTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useProfileTexts(): ProfileTexts {
  return useTextsOf(PROFILE_TEXTS);
}
