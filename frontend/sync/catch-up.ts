import { pause } from '../net/surroundings.ts';
import { newestAt } from '../state/newest-at.ts';
import type { SignedIn } from './signed-in.ts';

/** The list's order is exact to the hour only: see `ConversationsPage`. */
const ORDER_TOLERANCE_MS = 60 * 60_000;

/** What was stored just as the socket opened may have gone to no connection; by then it has been stored for sure. */
const ONCE_MORE_AFTER_MS = 5_000;

/** Asks what was missed while there was no connection. */
export interface CatchUp {
  live(): void;
  lost(): void;
}

export function createCatchUp(session: SignedIn): CatchUp {
  /** When the newest entry was stored that the last connection, or the bootstrap, has brought. */
  let knownUntil = newestAt(session.state().conversations);
  let lost = new AbortController();

  const askTwice = async (signal: AbortSignal) => {
    await listConversationsSince(session, knownUntil - ORDER_TOLERANCE_MS);
    await pause(ONCE_MORE_AFTER_MS, signal);
    if (!signal.aborted) await listConversationsSince(session, knownUntil - ORDER_TOLERANCE_MS);
  };

  return {
    live() {
      lost = new AbortController();
      session.inBackground(askTwice(AbortSignal.any([lost.signal, session.signal])));
    },
    lost() {
      lost.abort();
      knownUntil = newestAt(session.state().conversations);
    },
  };
}

/** Lists conversations until they are older than a time, in ms of the server's clock. */
async function listConversationsSince(session: SignedIn, time: number): Promise<void> {
  let cursor: string | undefined;
  let oldest = Number.POSITIVE_INFINITY;
  do {
    const query = cursor === undefined ? {} : { cursor };
    const page = await session.persist(() => session.api.conversations(query));
    session.dispatch({ type: 'conversations-listed', page });
    oldest = page.conversations.at(-1)?.entries.at(-1)?.at ?? 0;
    cursor = page.next;
  } while (cursor !== undefined && oldest >= time);
}
