import { exporting as ar } from '../texts/ar/export.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { exporting as de } from '../texts/de/export.ts';
import { type ExportTexts, exporting as en } from '../texts/en/export.ts';
import { exporting as es } from '../texts/es/export.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about exporting, by language. They come with that code, and not with what everybody loads. */
export const EXPORT_TEXTS: ByLanguage<ExportTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useExportTexts(): ExportTexts {
  return useTextsOf(EXPORT_TEXTS);
}
