import type { EntriesStore } from '../../lib/chat/ports.ts';

/** What may become of a put. */
const BREAKS_BEFORE = 0.1;
const BREAKS_AFTER = 0.2;
const MEETS_ITSELF = 0.35;

/** Entries whose puts may break, before they were done or after, or be repeated and then meet their own entry. */
export function unreliable(entries: EntriesStore, fraction: () => number): EntriesStore {
  return {
    ...entries,
    async put(conversation, entry) {
      const chance = fraction();
      if (chance < BREAKS_BEFORE) throw new Error('The request got lost.');
      const inItsPlace = await entries.put(conversation, entry);
      if (chance < BREAKS_AFTER) throw new Error('The answer got lost.');
      // The SDK sends a request again whose answer got lost, and tells what became of the second.
      return chance < MEETS_ITSELF ? entries.put(conversation, entry) : inItsPlace;
    },
  };
}
