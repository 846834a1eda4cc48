import { account as ar } from '../texts/ar/account.ts';
import type { ByLanguage } from '../texts/by-language.ts';
import { account as de } from '../texts/de/account.ts';
import { type AccountTexts, account as en } from '../texts/en/account.ts';
import { account as es } from '../texts/es/account.ts';
import { useTextsOf } from '../texts/use-texts.ts';

/** The texts of the pages to log in and to make an account, by language. They come with these. */
export const ACCOUNT_TEXTS: ByLanguage<AccountTexts> = { en, de, es, ar };

/** Those in the language of the pages. */
export function useAccountTexts(): AccountTexts {
  return useTextsOf(ACCOUNT_TEXTS);
}
