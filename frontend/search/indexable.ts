import type { Entry } from '../../lib/protocol/entries.ts';

/** What an entry of a log makes of one message: what it says from then on. */
export interface Said {
  /** The message's own number. */
  readonly seq: number;
  /** The number of the entry that says so; of two for one message, the later one holds, in whatever order they come. */
  readonly by: number;
  readonly from: string;
  readonly at: number;
  /** Undefined where nothing is left of it. */
  readonly text: string | undefined;
}

/** What entries say of messages. Entries that change no text say nothing. */
export function indexable(entries: readonly Entry[]): Said[] {
  return entries.flatMap((entry): Said[] => {
    switch (entry.kind) {
      case 'message':
        return [{ seq: entry.seq, by: entry.seq, from: entry.from, at: entry.at, text: entry.text }];
      default:
        return [];
    }
  });
}
