import { settings as ar } from '../texts/ar/settings.ts';
import { type ByLanguage, inLanguage } from '../texts/by-language.ts';
import { settings as de } from '../texts/de/settings.ts';
import { settings as en, type SettingsTexts } from '../texts/en/settings.ts';
import { settings as es } from '../texts/es/settings.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The settings' texts by language. They come with the settings' code, and not with what everybody loads. */
export const SETTINGS_TEXTS: ByLanguage<SettingsTexts> = { en, de, es, ar };

/** The settings' texts in a language, given by its tag. */
export function settingsTexts(tag: string): SettingsTexts {
  return inLanguage(SETTINGS_TEXTS, tag);
}

/** The settings' texts in the language of the pages. */
export function useSettingsTexts(): SettingsTexts {
  return useTextsOf(SETTINGS_TEXTS);
}
