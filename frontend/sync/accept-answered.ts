import type { Entry } from '../../lib/protocol/entries.ts';
import type { State } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { newWish } from './new-wish.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Takes whoever is answered for accepted: also who was answered before it was known that they are new, before the page
 * was closed, or with another client.
 */
export function acceptAnswered(session: SignedIn): void {
  const accepted = new Set<string>();
  let looked: Partial<Pick<State, 'conversations' | 'outbox'>> = {};

  const look = () => {
    const state = session.state();
    const { conversations, outbox } = state;
    if (conversations === looked.conversations && outbox === looked.outbox) return;
    looked = state;
    const me = myName(state);
    const isAnswered = (name: string, entries: readonly Entry[]) =>
      entries.some(({ from }) => from === me) || outbox.some(({ to }) => to === name);
    for (const [name, { side, entries }] of conversations) {
      if (!side.request || accepted.has(name) || !isAnswered(name, entries)) continue;
      accepted.add(name);
      session.dispatch({ type: 'side-wished', with: name, wish: newWish(state, name, { accepted: true }) });
    }
  };

  session.onChange(look);
  look();
}
