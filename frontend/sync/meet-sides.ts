import { NO_SIDE } from '../state/sides.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Asks how my side is of a conversation that something has come in while nobody has said. It is among the latest then,
 * so that the first page of the list has it.
 */
export function meetSides(session: SignedIn): void {
  const asked = new Set<string>();
  let seen: ReadonlyMap<string, unknown> | undefined;
  let isUnderWay = false;

  const look = () => {
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
