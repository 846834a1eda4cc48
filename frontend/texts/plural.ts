import { perLanguage } from './per-language.ts';

/** The form of a sentence for each of a language's plurals; `other` is the one that every language has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules = perLanguage((tag) => new Intl.PluralRules(tag));
const numbers = perLanguage((tag) => new Intl.NumberFormat(tag));

let regional = 'en';

/** Has numbers written as in this variant of a language: Egypt and Morocco share the words, but not the digits. */
export function writeNumbersAs(tag: string): void {
  regional = tag;
}

/**
 * The sentence for a number, with the number, in the language's own digits, where the form has a `#`.
 * @param tag the language of the sentence, such as `en`
 */
export function plural(tag: string, count: number, forms: Forms): string {
  const form = forms[rules(tag).select(count)] ?? forms.other;
  return form.replace('#', number(tag, count));
}

/** A number as it stands in a sentence of this language. */
export function number(tag: string, value: number): string {
  const isOfRegion = regional === tag || regional.startsWith(`${tag}-`);
  return numbers(isOfRegion ? regional : tag).format(value);
}
