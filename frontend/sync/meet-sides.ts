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
  let seen: ReadonlyMap<string, unknown> | undefined;
  let isUnderWay = false;

  const look = () => {
    const { conversations, connection } = session.state();
    if (conversations === seen || connection !== 'live' || isUnderWay) return;
    seen = conversations;
    acceptAnswered();
    const unknown = [...conversations]
      .filter(([name, { said, entries }]) => said === NO_SIDE && entries.length > 0 && !asked.has(name))
      .map(([name]) => name);
    if (unknown.length === 0) return;
    isUnderWay = true;
    session.inBackground(ask(unknown).finally(lookAgain));
  };

  const acceptAnswered = () => {
    const me = myName(session.state());
    for (const [name, { side, entries }] of session.state().conversations) {
      if (!side.request || accepted.has(name) || !entries.some(({ from }) => from === me)) continue;
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
