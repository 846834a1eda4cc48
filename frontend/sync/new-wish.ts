import type { State } from '../state/model.ts';
import type { SideChange, Wish } from '../state/sides.ts';

/** What somebody wishes of their side of a conversation, from now on, after what they have wished of it before. */
export function newWish({ conversations }: State, name: string, change: SideChange): Wish {
  const last = conversations.get(name)?.wishes.at(-1)?.at ?? 0;
  return { id: crypto.randomUUID(), with: name, at: Math.max(Date.now(), last + 1), change };
}
