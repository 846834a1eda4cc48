import type { State } from './model.ts';
import type { Wish } from './sides.ts';

type Wishes = ReadonlyMap<string, Wish>;

const NONE: Wishes = new Map();
const known = new WeakMap<State['conversations'], Wishes>();

/** Everything that is wished and not answered, by its id; the same map for the same conversations. */
export function wishesById(conversations: State['conversations']): Wishes {
  let wishes = known.get(conversations);
  if (!wishes) {
    const all = [...conversations.values()].flatMap((held) => held.wishes);
    wishes = all.length === 0 ? NONE : new Map(all.map((wish) => [wish.id, wish]));
    known.set(conversations, wishes);
  }
  return wishes;
}
