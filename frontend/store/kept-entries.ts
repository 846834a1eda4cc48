import type { Entry } from '../../lib/protocol/entries.ts';
import { scrubbed } from '../../lib/protocol/scrubbed.ts';

/** So many conversations are read when the page opens; others when they are looked at. */
export const CONVERSATIONS_READ = 100;

/** As many entries of each as fill a screen; earlier ones when one scrolls. */
export const ENTRIES_READ = 30;

/** The end of a list of ascending entries that has no hole and ends with `last`; empty if it ends otherwise. */
export function withoutHole(entries: readonly Entry[], last: number): Entry[] {
  let start = entries.length;
  while (start > 0 && entries[start - 1]?.seq === last - (entries.length - start)) start -= 1;
  return entries.slice(start);
}

/** An entry without its text, if it is this deleted message or an edit of it; otherwise the same entry. */
export function withoutDeleted(entry: Entry, seq: number): Entry {
  const isMeant =
    (entry.kind === 'message' && entry.seq === seq) || (entry.kind === 'edit' && entry.target === seq);
  return isMeant && entry.gone === undefined ? scrubbed(entry, 'deleted') : entry;
}
