import type { Entry, Gone } from './entries.ts';

/** The entry without what somebody has said in it. What is only a place in the log stays as it is. */
export function scrubbed(entry: Entry, gone: Gone): Entry {
  switch (entry.kind) {
    case 'message':
    case 'edit':
      return { ...entry, text: '', gone };
    case 'reaction':
      return { ...entry, emoji: null };
    case 'deletion':
    case 'departure':
      return entry;
  }
}
