import { language } from '../texts/language.ts';
import { perLanguage } from '../texts/per-language.ts';

const format = perLanguage((tag) => new Intl.RelativeTimeFormat(tag));

/** How long it is until then, as in "in 3 minutes", in the language of the pages. */
export function inWords(at: number): string {
  const relative = format(language().tag);
  const seconds = Math.max(1, Math.ceil((at - Date.now()) / 1_000));
  if (seconds < 60) return relative.format(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? relative.format(minutes, 'minute') : relative.format(Math.ceil(minutes / 60), 'hour');
}
