/** The form of a sentence for each of a language's plurals; `other` is the one that every language has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * The sentence for a number, with the number, in the language's own digits, where the form has a `#`.
 * @param tag the language, such as `en`
 */
export function plural(tag: string, count: number, forms: Forms): string {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(tag).format(count));
}
