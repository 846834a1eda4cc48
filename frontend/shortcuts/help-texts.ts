import { help as ar } from '../texts/ar/help.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { help as de } from '../texts/de/help.ts';
import { help as en, type HelpTexts } from '../texts/en/help.ts';
import { help as es } from '../texts/es/help.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts of the sheet of shortcuts by language. They come with it, and not with what everybody loads. */
export const HELP_TEXTS: ByLanguage<HelpTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useHelpTexts(): HelpTexts {
  return useTextsOf(HELP_TEXTS);
}
