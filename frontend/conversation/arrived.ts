import type { Entry, MessageEntry } from '../../lib/protocol/entries.ts';

/** The messages of others after a number. Looks from the end, so that it costs nothing in a long conversation. */
export function arrivedAfter(entries: readonly Entry[], seq: number, me: string): MessageEntry[] {
  const start = entries.findLastIndex((entry) => entry.seq <= seq) + 1;
  return entries
    .slice(start)
    .filter((entry) => entry.kind === 'message')
    .filter(({ from, gone }) => from !== me && !gone);
}
