import type { Conversation as Listed } from '../../lib/protocol/rest.ts';
import type { KeptConversation } from '../store/local-copy.ts';
import type { ConversationAction } from './actions.ts';
import { type Conversation, NO_CONVERSATION } from './model.ts';
import { beginOrExtend, contradicts, extend, hasHole, newestOf, prepend, type Run } from './run.ts';

/** As many entries of a conversation stay in memory when it is closed. */
const HELD_WHEN_CLOSED = 200;

type Conversations = ReadonlyMap<string, Conversation>;

/** Who looks at what: decides whether an entry is news. */
export interface Viewer {
  readonly me: string;
  readonly open: string | null;
  /** What was open before, and is closed by this. */
  readonly closed?: string | null;
}

/** Folds what is learned of the conversations into what is held of them. */
export function reduceConversations(
  held: Conversations,
  action: ConversationAction,
  viewer: Viewer,
): Conversations {
  switch (action.type) {
    case 'entries-pushed':
      return change(held, action.with, (it) => withNews(it, extend(it, action.entries), action.with, viewer));
    case 'entries-fetched':
      return change(held, action.with, (it) => fetched(it, action, viewer));
    case 'entries-found':
      return change(held, action.with, (it) =>
        it.loaded ? it : { ...it, ...beginOrExtend(it, action.entries), loaded: true },
      );
    case 'earlier-asked':
      return change(held, action.with, (it) => ({ ...it, earlier: 'loading' }));
    case 'earlier-fetched':
      return change(held, action.with, (it) => ({ ...it, ...prepend(it, action.entries), earlier: 'idle' }));
    case 'earlier-failed':
      return change(held, action.with, (it) => ({ ...it, earlier: 'failed' }));
    case 'hole-not-filled':
      return change(held, action.with, (it) => ({ ...it, aside: [] }));
    case 'log-reset':
      return change(held, action.with, () => NO_CONVERSATION);
    case 'conversation-unavailable':
      return change(held, action.with, (it) => ({ ...it, problem: action.problem }));
    case 'conversation-opened':
      return change(held, action.with, ({ problem: _, ...it }) => ({ ...it, unseen: false }));
    case 'conversation-closed':
      return viewer.closed == null ? held : trimmed(held, viewer.closed);
    case 'conversations-listed':
    case 'older-conversations-fetched':
      return action.page.conversations.reduce(
        (all, listed) => takeListed(all, listed, newestAt(held), viewer),
        held,
      );
    default:
      return held;
  }
}

/** What a list said at the very start: nothing of it is news. */
export function firstConversations(listed: readonly Listed[]): Conversations {
  return new Map(
    listed.map(({ with: person, entries }) => [person.name, { ...NO_CONVERSATION, entries, loaded: true }]),
  );
}

/** What a device had kept: nothing of it is news. */
export function keptConversations(kept: readonly KeptConversation[]): Conversations {
  return new Map(
    kept.map(({ with: name, entries }) => [
      name,
      { ...NO_CONVERSATION, entries, loaded: entries.length > 0 },
    ]),
  );
}

/** When the newest entry that is held was stored, by the server's clock; 0 if there is none. */
export function newestAt(held: Conversations): number {
  let newest = 0;
  for (const { entries } of held.values()) newest = Math.max(newest, entries.at(-1)?.at ?? 0);
  return newest;
}

function fetched(
  it: Conversation,
  { with: name, after, entries }: ConversationAction & { type: 'entries-fetched' },
  viewer: Viewer,
): Conversation {
  const run = after === undefined ? beginOrExtend(it, entries) : extend(it, entries);
  // A page after some later number says nothing about how the log begins, so it can't found what is held.
  const loaded = it.loaded || after === undefined || after === 0;
  const heldNothing = it.entries.length === 0 && !hasHole(it);
  return { ...(heldNothing ? { ...it, ...run } : withNews(it, run, name, viewer)), loaded };
}

function takeListed(
  held: Conversations,
  { with: { name }, entries }: Listed,
  newestBefore: number,
  viewer: Viewer,
): Conversations {
  return change(held, name, (held) => {
    // The server's log is the truth: what says otherwise is of a log that it does not have any more.
    const it = contradicts(held, entries) ? NO_CONVERSATION : held;
    const run = beginOrExtend(it, entries);
    if (it.entries.length > 0) return { ...withNews(it, run, name, viewer), loaded: true };
    const last = entries.at(-1);
    const isNews = last?.from === name && last.at > newestBefore && viewer.open !== name;
    return { ...it, ...run, loaded: true, unseen: it.unseen || isNews };
  });
}

/** With just the newest entries of what nobody looks at any more, so that memory has a bound. */
function trimmed(held: Conversations, name: string): Conversations {
  if (!held.has(name)) return held;
  return change(held, name, (it) => newestOf(it, HELD_WHEN_CLOSED));
}

function withNews(it: Conversation, run: Run, name: string, viewer: Viewer): Conversation {
  if (run === it) return it;
  const byOther = run.entries.slice(it.entries.length).some(({ from }) => from !== viewer.me);
  return { ...it, ...run, unseen: it.unseen || (byOther && viewer.open !== name) };
}

function change(held: Conversations, name: string, make: (it: Conversation) => Conversation): Conversations {
  const it = held.get(name);
  const made = make(it ?? NO_CONVERSATION);
  return made === it ? held : new Map(held).set(name, made);
}
