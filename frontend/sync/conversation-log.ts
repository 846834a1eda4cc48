import { ENTRIES_PER_PAGE } from '../../lib/protocol/limits.ts';
import { isSessionOver, type Problem, Refused } from '../net/errors.ts';
import { type Conversation, NO_CONVERSATION, type State } from '../state/model.ts';
import { hasHole, lastSeq } from '../state/run.ts';
import { NO_SIDE } from '../state/sides.ts';
import type { LocalCopy } from '../store/local-copy.ts';
import { earlierEntries } from './earlier-entries.ts';
import type { SignedIn } from './signed-in.ts';

/** A hole larger than this is not worth filling: the newest entries are loaded anew, and earlier ones on demand. */
const MAX_HOLE_ENTRIES = 500;

/** So many before it come with a message that somebody goes to, so that one sees what it was about. */
const ABOVE_GOAL = 30;

/** Gets what is asked for of the logs of conversations. */
export interface ConversationLog {
  /**
   * Loads the newest entries, and how both sides are, unless that is known. Where it can't be, the conversation then has a
   * `problem`.
   */
  load(name: string): Promise<void>;
  /** Gets everything behind a number. */
  catchUp(name: string, after: number): Promise<void>;
  /** Forgets what is held, and loads the newest entries. */
  loadAnew(name: string): Promise<void>;
  /** Gets what is before the first entry that is held: a page, or more where somebody wants to go further up. */
  loadEarlier(name: string): Promise<void>;
}

/**
 * The logs of the conversations of a session. Holes are filled as soon as they show.
 * @param copy what this device has of them: asked first, since it answers at once and without a network
 */
export function createConversationLog(session: SignedIn, copy: LocalCopy): ConversationLog {
  const { api, dispatch, persist } = session;
  const loading = new Map<string, Promise<void>>();
  const held = (name: string): Conversation => session.state().conversations.get(name) ?? NO_CONVERSATION;

  const log: ConversationLog = {
    async load(name) {
      if (held(name).loaded && held(name).said !== NO_SIDE) return;
      const underWay = loading.get(name) ?? findOrLoad(name).finally(() => loading.delete(name));
      loading.set(name, underWay);
      await underWay;
    },

    async catchUp(name, after) {
      let from = after;
      for (let more = true; more; ) {
        const page = await persist(() => api.entries(name, { after: from }));
        dispatch({ type: 'entries-fetched', with: name, after: from, entries: page.entries });
        from = page.entries.at(-1)?.seq ?? from;
        more = page.more && page.entries.length > 0;
      }
    },

    async loadAnew(name) {
      dispatch({ type: 'log-reset', with: name });
      await loadNewest(name);
    },

    async loadEarlier(name) {
      const { earlier, entries } = held(name);
      const [first] = entries;
      if (earlier === 'loading' || !first || first.seq === 1) return;
      dispatch({ type: 'earlier-asked', with: name });
      const goal = goalIn(session.state(), name) ?? first.seq;
      const downTo = Math.min(goal - ABOVE_GOAL, first.seq - 1);
      try {
        const limit = Math.max(first.seq - downTo, ENTRIES_PER_PAGE);
        const found = await copy.before(name, first.seq, limit);
        const page = found.length > 0 ? found : await earlierEntries(api, name, first.seq, downTo);
        // There is always something before a number above 1; to ask again at once would be to ask for ever.
        if (page.length === 0) dispatch({ type: 'earlier-failed', with: name });
        else dispatch({ type: 'earlier-fetched', with: name, entries: page });
      } catch (error) {
        if (isSessionOver(error)) throw error;
        dispatch({ type: 'earlier-failed', with: name });
      }
    },
  };

  const findOrLoad = async (name: string) => {
    const found = held(name).loaded ? [] : await copy.newest(name, ENTRIES_PER_PAGE);
    const last = found.at(-1);
    if (last) dispatch({ type: 'entries-found', with: name, entries: found });
    if (!last || held(name).said === NO_SIDE) return loadNewest(name);
    session.inBackground(log.catchUp(name, last.seq));
  };

  const loadNewest = async (name: string) => {
    try {
      const { entries, side, theirs } = await persist(() => api.entries(name));
      dispatch({
        type: 'entries-fetched',
        with: name,
        entries,
        ...(side && { side }),
        ...(theirs && { theirs }),
      });
    } catch (error) {
      if (!(error instanceof Refused) || isSessionOver(error)) throw error;
      dispatch({ type: 'conversation-unavailable', with: name, problem: problemOf(error) });
    }
  };

  fillHoles(session, log);
  goWhereWanted(session, log);
  return log;
}

function fillHoles(session: SignedIn, log: ConversationLog): void {
  const filling = new Set<string>();
  let seen: ReadonlyMap<string, Conversation> | undefined;

  const look = () => {
    const { conversations } = session.state();
    if (conversations === seen) return;
    seen = conversations;
    for (const [name, conversation] of conversations) {
      if (!hasHole(conversation) || conversation.problem || filling.has(name)) continue;
      filling.add(name);
      const filled = fill(name, conversation).finally(() => filling.delete(name));
      session.inBackground(filled.then(lookAgain));
    }
  };

  /** Meanwhile there may have come another hole, further on. */
  const lookAgain = () => {
    seen = undefined;
    look();
  };

  const fill = async (name: string, conversation: Conversation) => {
    const from = lastSeq(conversation);
    const upTo = conversation.aside.at(-1)?.seq ?? from;
    if (!conversation.loaded) await log.load(name);
    else if (upTo - from > MAX_HOLE_ENTRIES) await log.loadAnew(name);
    else await log.catchUp(name, from);
    const now = session.state().conversations.get(name);
    // The server has the end of the log, so what is missing in front of these does not exist; nor, then, do they.
    if (now && hasHole(now) && lastSeq(now) === from)
      session.dispatch({ type: 'hole-not-filled', with: name });
  };

  session.onChange(look);
}

/** Loads the log of the open conversation so far back as the message is that somebody wants to see. */
function goWhereWanted(session: SignedIn, log: ConversationLog): void {
  session.onChange(() => {
    const { goal, open, conversations } = session.state();
    if (!goal || goal.with !== open) return;
    const { earlier, entries } = conversations.get(open) ?? NO_CONVERSATION;
    if (earlier === 'idle' && goal.seq < (entries[0]?.seq ?? 0)) session.inBackground(log.loadEarlier(open));
  });
}

function goalIn({ goal }: State, name: string): number | undefined {
  return goal?.with === name ? goal.seq : undefined;
}

function problemOf({ code }: Refused): Problem {
  // A name that can't be one is in an address that somebody typed.
  return code === 'invalid-request' ? 'unknown-person' : code;
}
