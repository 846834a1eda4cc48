import { importAnew } from '../net/import-anew.ts';
import { type ByLanguage, inLanguage } from '../texts/by-language.ts';
import type { EmojiTexts } from '../texts/en/emoji.ts';

const TEXTS: ByLanguage<() => Promise<{ readonly emoji: EmojiTexts }>> = {
  en: () => import('../texts/en/emoji.ts'),
  de: () => import('../texts/de/emoji.ts'),
  es: () => import('../texts/es/emoji.ts'),
  ar: () => import('../texts/ar/emoji.ts'),
};

/** The texts around emoji in a language, given by its tag. */
export async function loadEmojiTexts(tag: string): Promise<EmojiTexts> {
  return (await importAnew(inLanguage(TEXTS, tag))).emoji;
}
