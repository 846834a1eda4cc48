import type { State } from '../state/model.ts';
import { NO_SIDE } from '../state/sides.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { SignedIn } from './signed-in.ts';

/** Asks how my side is of each conversation in which something was written, and of which nobody has said. */
export function meetSides(session: SignedIn, log: Pick<ConversationLog, 'load'>): void {
  const asking = new Set<string>();
  let seen: State['conversations'] | undefined;

  const look = () => {
    const { conversations, connection } = session.state();
    // The list, which is asked for when there is a connection, may say so of many at once.
    if (conversations === seen || connection !== 'live') return;
    seen = conversations;
    for (const [name, { said, entries, problem }] of conversations) {
      if (said !== NO_SIDE || entries.length === 0 || problem || asking.has(name)) continue;
      asking.add(name);
      session.inBackground(log.load(name).finally(() => asking.delete(name)));
    }
  };

  session.onChange(look);
}
