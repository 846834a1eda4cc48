import type { Entry, MessageEntry, ReactionEntry } from '../../lib/protocol/entries.ts';

/** The messages of others after a number. Looks from the end, so that it costs nothing in a long conversation. */
export function arrivedAfter(entries: readonly Entry[], seq: number, me: string): MessageEntry[] {
  const start = entries.findLastIndex((entry) => entry.seq <= seq) + 1;
  return entries
    .slice(start)
    .filter((entry) => entry.kind === 'message')
    .filter(({ from, gone }) => from !== me && !gone);
}

/** The last reaction of another person after a number; undefined if there is none, or if it was only taken away. */
export function reactionAfter(entries: readonly Entry[], seq: number, me: string): ReactionEntry | undefined {
  const start = entries.findLastIndex((entry) => entry.seq <= seq) + 1;
  return entries
    .slice(start)
    .filter((entry) => entry.kind === 'reaction')
    .findLast(({ from, emoji }) => from !== me && emoji !== null);
}
