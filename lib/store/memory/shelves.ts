import type { Shelf, Shelves, SideKey } from '../../chat/side-ports.ts';
import { readStarCursor, starCursor } from '../cursors.ts';
import type { Forgetful, ForgetfulOfConversations } from './erasure.ts';

export function memoryShelves(): Shelves & Forgetful & ForgetfulOfConversations {
  const shelves = new Map<string, { starred: Set<number>; hidden: Set<number> }>();
  const keyOf = ({ person, peer }: SideKey) => `${person}/${peer}`;
  const shelfOf = (key: SideKey) => {
    const shelf = shelves.get(keyOf(key)) ?? { starred: new Set(), hidden: new Set() };
    shelves.set(keyOf(key), shelf);
    return shelf;
  };
  const ascending = (seqs: ReadonlySet<number>) => [...seqs].sort((one, other) => one - other);

  return {
    async of(keys) {
      return keys.map((key): Shelf => {
        const { starred, hidden } = shelfOf(key);
        return { starred: ascending(starred), hidden: ascending(hidden) };
      });
    },

    async put(key, which, seqs, limit) {
      const shelf = shelfOf(key)[which];
      if (shelf.size >= limit) return false;
      for (const seq of seqs) shelf.add(seq);
      return true;
    },

    async take(key, which, seqs) {
      for (const seq of seqs) shelfOf(key)[which].delete(seq);
    },

    forget(person) {
      for (const key of shelves.keys()) if (key.startsWith(`${person}/`)) shelves.delete(key);
    },

    forgetConversation(key) {
      shelves.delete(keyOf(key));
    },

    async starred(person, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readStarCursor(cursor);
      const all = [...shelves]
        .filter(([key]) => key.startsWith(`${person}/`))
        .map(([key, { starred }]) => ({ peer: key.slice(person.length + 1), starred }))
        .sort((one, other) => (one.peer < other.peer ? -1 : 1))
        .flatMap(({ peer, starred }) =>
          ascending(starred)
            .reverse()
            .map((seq) => ({ peer, seq })),
        )
        .filter(({ peer, seq }) => !start || peer > start.peer || (peer === start.peer && seq < start.seq));
      const items = all.slice(0, limit);
      const last = items.at(-1);
      return { items, ...(last && all.length > limit && { next: starCursor(last) }) };
    },
  };
}
