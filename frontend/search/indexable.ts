import type { EditEntry, Entry, MessageEntry } from '../../lib/protocol/entries.ts';
import { plainText } from '../message-text/parse.ts';

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
  return entries.flatMap((entry) => saidBy(entry) ?? []);
}

function saidBy(entry: Entry): Said | undefined {
  const { seq: by, from, at } = entry;
  switch (entry.kind) {
    case 'message':
      return { seq: by, by, from, at, text: textOf(entry) };
    case 'edit':
      return { seq: entry.target, by, from, at, text: textOf(entry) };
    case 'deletion':
      return { seq: entry.target, by, from, at, text: undefined };
    case 'reaction':
    case 'departure':
      return undefined;
  }
}

function textOf({ text, gone }: MessageEntry | EditEntry): string | undefined {
  return gone ? undefined : plainText(text);
}
