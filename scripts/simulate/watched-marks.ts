import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import type { Store } from '../../lib/chat/ports.ts';
import type { SideKey } from '../../lib/chat/side-ports.ts';
import type { Page } from './page.ts';
import type { Witness } from './witness.ts';

/** The store, with a witness of how the marks in it move. */
export function watchedStore<Kept extends Store>(store: Kept, witness: Witness): Kept {
  const { peers } = store;
  const watch = async <Result>(key: SideKey, change: () => Promise<Result>): Promise<Result> => {
    const [before] = await peers.sides([key]);
    const result = await change();
    const [after] = await peers.sides([key]);
    if (after) witness.marked(`${key.person}'s of ${key.peer} in the store`, before, after);
    return result;
  };
  return {
    ...store,
    peers: {
      ...peers,
      touch: (person, peer, ...more) => watch({ person, peer }, () => peers.touch(person, peer, ...more)),
      mark: (key, ...more) => watch(key, () => peers.mark(key, ...more)),
      change: (key, ...more) => watch(key, () => peers.change(key, ...more)),
    },
  };
}

/** Looks at the marks that a page shows, as long as the same person is signed in there. @returns what ends that */
export function watchMarks(page: Page, witness: Witness): () => void {
  let { session, conversations } = page.state;
  return page.store.subscribe(() => {
    const before = session.status === 'signed-in' ? conversations : new Map<string, never>();
    ({ session, conversations } = page.state);
    if (before === conversations) return;
    for (const [name, { side, theirs }] of conversations) {
      const { side: formerSide, theirs: formerTheirs } = before.get(name) ?? NO_CONVERSATION;
      witness.marked(`${page.name}'s of ${name}`, formerSide, side);
      witness.marked(`${name}'s as ${page.name} shows them`, formerTheirs, theirs);
    }
  });
}
