import type { DeletionEntry, DepartureEntry, Entry } from '../../lib/protocol/entries.ts';
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

/** What takes texts out of a log that were in it before. */
export type TakingOut = DeletionEntry | DepartureEntry;

export function takesOut(entry: Entry): entry is TakingOut {
  return entry.kind === 'deletion' || entry.kind === 'departure';
}

/** An entry without what is taken out of it by another; otherwise the same entry. */
export function withoutTakenOut(entry: Entry, by: TakingOut): Entry {
  if (by.kind === 'deletion') return withoutDeleted(entry, by.target);
  const isEmpty = entry.kind === 'reaction' ? entry.emoji === null : !('text' in entry) || entry.text === '';
  return entry.from === by.from && !isEmpty ? scrubbed(entry, 'deleted') : entry;
}

/** An entry without its text, if it is this deleted message or an edit of it; otherwise the same entry. */
export function withoutDeleted(entry: Entry, seq: number): Entry {
  const isMeant =
    (entry.kind === 'message' && entry.seq === seq) || (entry.kind === 'edit' && entry.target === seq);
  return isMeant && entry.gone === undefined ? scrubbed(entry, 'deleted') : entry;
}
