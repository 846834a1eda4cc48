import { importAnew } from '../net/import-anew.ts';
import type { EmojiTexts } from '../texts/en/emoji.ts';

const TEXTS: Readonly<Record<string, () => Promise<{ readonly emoji: EmojiTexts }>>> = {
  de: () => import('../texts/de/emoji.ts'),
  es: () => import('../texts/es/emoji.ts'),
  ar: () => import('../texts/ar/emoji.ts'),
};
const inEnglish = () => import('../texts/en/emoji.ts');

/** The texts around emoji in a language, given by its tag. */
export async function loadEmojiTexts(tag: string): Promise<EmojiTexts> {
  return (await importAnew(TEXTS[new Intl.Locale(tag).language] ?? inEnglish)).emoji;
}
