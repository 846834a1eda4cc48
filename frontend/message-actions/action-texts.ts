import { actions as ar } from '../texts/ar/message-actions.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { actions as de } from '../texts/de/message-actions.ts';
import { type ActionTexts, actions as en } from '../texts/en/message-actions.ts';
import { actions as es } from '../texts/es/message-actions.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts about acting on messages, by language. They come with that code, and not with what everybody loads. */
export const ACTION_TEXTS: ByLanguage<ActionTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useActionTexts(): ActionTexts {
  return useTextsOf(ACTION_TEXTS);
}
