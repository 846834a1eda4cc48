import type { SideChange, Wish } from '../state/sides.ts';

/** What somebody wishes of their side of a conversation, from now on. */
export function newWish(change: SideChange): Wish {
  return { id: crypto.randomUUID(), at: Date.now(), change };
}
