import { en, type Texts } from './en.ts';

/** A language that the pages can be in. */
export interface KnownLanguage {
  /** Its own subtag, such as `de`; what a browser asks for may say more, such as `de-AT`. */
  readonly subtag: string;
  readonly direction: 'ltr' | 'rtl';
  /** What those who read it call it. */
  readonly ownName: string;
  /** Its texts: a file of its own, which is fetched when it is wanted. */
  load(): Promise<{ readonly texts: Texts }>;
}

/** Every language there is; the first one is shown where nothing fits. Its texts are in the first load. */
export const LANGUAGES: readonly KnownLanguage[] = [
  {
    subtag: 'en',
    direction: 'ltr',
    ownName: 'English',
    load: async () => ({ texts: en }),
  },
  {
    subtag: 'de',
    direction: 'ltr',
    ownName: 'Deutsch',
    load: () => import('./de.ts'),
  },
  {
    subtag: 'es',
    direction: 'ltr',
    ownName: 'Español',
    load: () => import('./es.ts'),
  },
  {
    subtag: 'ar',
    direction: 'rtl',
    ownName: 'العربية',
    load: () => import('./ar.ts'),
  },
];

/** A language that is known, and the tag by which times and numbers are to be written in it. */
export interface Match {
  readonly known: KnownLanguage;
  readonly tag: string;
}

/**
 * The language for somebody who prefers these, the dearest first.
 * @param chosen the subtag of a language, where that is settled; the browser's list then only tells whose variant of it
 */
export function bestMatch(preferred: readonly string[], chosen?: string): Match {
  const candidates = LANGUAGES.filter(({ subtag }) => chosen === undefined || subtag === chosen);
  for (const tag of preferred) {
    const known = candidates.find(({ subtag }) => subtag === subtagOf(tag));
    if (known) return { known, tag };
  }
  const known = candidates[0] ?? (LANGUAGES[0] as KnownLanguage);
  return { known, tag: known.subtag };
}

/** The language of a tag, without the region and all else that may follow it; nothing of what is no tag. */
export function subtagOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return undefined;
  }
}
