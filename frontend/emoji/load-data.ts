import { importAnew } from '../net/import-anew.ts';
import { type ByLanguage, inLanguage } from '../texts/by-language.ts';
import type { EmojiList, EmojiWords } from './data/types.ts';

/** There are no Arabic words for emoji yet: whoever reads Arabic looks for them in English. */
const WORDS: ByLanguage<() => Promise<{ readonly default: EmojiWords }>> = {
  en: () => import('emoji-data:words-en'),
  de: () => import('emoji-data:words-de'),
  es: () => import('emoji-data:words-es'),
};

/** All emoji with their shortcodes; fetched when somebody asks for the first time. */
export async function loadEmojiList(): Promise<EmojiList> {
  return (await importAnew(() => import('emoji-data:list'))).default;
}

/** What they are called in a language, given by its tag; where there is nothing in that, in English. */
export async function loadEmojiWords(tag: string): Promise<EmojiWords> {
  return (await importAnew(inLanguage(WORDS, tag))).default;
}
