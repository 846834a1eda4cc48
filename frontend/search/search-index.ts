import type { Changes, LocalCopy } from '../store/local-copy.ts';
import { type Coverage, type Found, MessageIndex } from './message-index.ts';

/** So many entries are read from the copy at once; between two reads, questions are answered. */
const READ_AT_ONCE = 1_000;

/** What goes into the index. */
export type Taken = Pick<Changes, 'forgotten' | 'entries'>;

/** An index over the messages of a device, wherever it is. */
export interface SearchIndex {
  /** Takes in what the device has kept; resolves when all of that is there. */
  fill(): Promise<void>;
  take(taken: Taken): Promise<void>;
  /** @param limit how many are wanted at most */
  find(query: string, limit: number): Promise<Found>;
  /** The number of the latest entry of a conversation that is not in it, though later ones are; 0 if there is none. */
  missing(name: string): Promise<number>;
}

/**
 * The index, in memory.
 * @param onCoverage is told whenever it covers more, or less
 */
export function createSearchIndex(copy: LocalCopy, onCoverage: (coverage: Coverage) => void): SearchIndex {
  const index = new MessageIndex();
  return {
    async fill() {
      for (const { with: name, last } of await copy.ends()) {
        for (let upTo = last; upTo > 0; ) {
          const entries = await copy.before(name, upTo + 1, READ_AT_ONCE);
          index.add(name, entries);
          // Beyond a hole nothing is kept that could be found by its number; it is filled when the rest is fetched.
          upTo = entries.length === 0 ? 0 : index.missing(name, upTo);
          onCoverage(index.coverage);
        }
      }
    },
    async take({ forgotten, entries }) {
      for (const name of forgotten) index.forget(name);
      for (const { with: name, entries: added } of entries) index.add(name, added);
      onCoverage(index.coverage);
    },
    find: async (query, limit) => index.find(query, limit),
    missing: async (name) => index.missing(name, index.last(name)),
  };
}
