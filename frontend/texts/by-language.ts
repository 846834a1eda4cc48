/** Something for each language that has it, by its subtag; English always has. */
export type ByLanguage<Thing> = Readonly<Record<string, Thing>> & { readonly en: Thing };

/** What there is for a language, given by its tag; where there is nothing, what there is in English. */
export function inLanguage<Thing>(all: ByLanguage<Thing>, tag: string): Thing {
  return all[new Intl.Locale(tag).language] ?? all.en;
}
