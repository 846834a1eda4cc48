import { importAnew } from '../net/import-anew.ts';
import { tryLater } from '../net/try-later.ts';
import { changeLanguage, language } from './language.ts';
import { bestMatch, type Match } from './languages.ts';

let wanted: Match | undefined;
let endRetry = () => {};

/**
 * Puts the pages into the language that somebody has chosen, or else into the one that the browser prefers. Where its
 * texts can't be fetched the pages stay as they are until they can.
 * @param chosen the subtag of a language; left out, the browser's list decides
 * @returns when that is done, or has failed for now
 */
export async function showLanguage(preferred: readonly string[], chosen?: string): Promise<void> {
  const match = bestMatch(preferred, chosen);
  wanted = match;
  endRetry();
  if (match.tag === language().tag) return;
  try {
    const { texts } = await importAnew(match.known.load);
    // Somebody who tries one after the other gets the last.
    if (wanted === match) changeLanguage({ tag: match.tag, direction: match.known.direction, texts });
  } catch {
    if (wanted === match) endRetry = tryLater(() => showLanguage(preferred, chosen));
  }
}
