import { exporting as ar } from '../texts/ar/export.ts';
import { exporting as de } from '../texts/de/export.ts';
import { type ExportTexts, exporting as en } from '../texts/en/export.ts';
import { exporting as es } from '../texts/es/export.ts';
import { useLanguage } from '../texts/use-texts.ts';

/** The texts about exporting, by language. They come with that code, and not with what everybody loads. */
export const EXPORT_TEXTS: Readonly<Record<string, ExportTexts>> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useExportTexts(): ExportTexts {
  const { tag } = useLanguage();
  return EXPORT_TEXTS[new Intl.Locale(tag).language] ?? en;
}
