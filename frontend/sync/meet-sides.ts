import type { Entry } from '../../lib/protocol/entries.ts';
import type { State } from '../state/model.ts';
import { myName } from '../state/reducer.ts';
import { NO_SIDE } from '../state/sides.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Asks how my side is of a conversation that something has come in while nobody has said. It is among the latest then,
 * so that the first page of the list has it. Whoever was answered before that was known is accepted by it.
 */
export function meetSides(session: SignedIn): void {
  const asked = new Set<string>();
  const accepted = new Set<string>();
  let looked: Partial<Pick<State, 'conversations' | 'outbox'>> = {};
  let seen: ReadonlyMap<string, unknown> | undefined;
  let isUnderWay = false;

  const look = () => {
    acceptAnswered();
    const { conversations, connection } = session.state();
    if (conversations === seen || connection !== 'live' || isUnderWay) return;
    seen = conversations;
    const unknown = [...conversations]
      .filter(([name, { said, entries }]) => said === NO_SIDE && entries.length > 0 && !asked.has(name))
      .map(([name]) => name);
    if (unknown.length === 0) return;
    isUnderWay = true;
    session.inBackground(ask(unknown).finally(lookAgain));
  };

  /** Also of what was answered before the page was closed, and before anybody could be told. */
  const acceptAnswered = () => {
    const state = session.state();
    if (state.conversations === looked.conversations && state.outbox === looked.outbox) return;
    looked = state;
    const me = myName(state);
    const isAnswered = (name: string, entries: readonly Entry[]) =>
      entries.some(({ from }) => from === me) || state.outbox.some(({ to }) => to === name);
    for (const [name, { side, entries }] of state.conversations) {
      if (!side.request || accepted.has(name) || !isAnswered(name, entries)) continue;
      accepted.add(name);
      const wish = { id: crypto.randomUUID(), at: Date.now(), change: { accepted: true as const } };
      session.dispatch({ type: 'side-wished', with: name, wish });
    }
  };

  const lookAgain = () => {
    isUnderWay = false;
    seen = undefined;
    look();
  };

  const ask = async (names: readonly string[]) => {
    for (const name of names) asked.add(name);
    const page = await session.persist(() => session.api.conversations({}));
    session.dispatch({ type: 'conversations-listed', page });
  };

  session.onChange(look);
}
