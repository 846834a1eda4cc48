import type { Entry } from '../../lib/protocol/entries.ts';

/** What others wrote after a number. Looks from the end, so that it costs nothing in a long conversation. */
export function arrivedAfter(entries: readonly Entry[], seq: number, me: string): Entry[] {
  const start = entries.findLastIndex((entry) => entry.seq <= seq) + 1;
  return entries.slice(start).filter(({ from }) => from !== me);
}
