import type { Entry } from '../../lib/protocol/entries.ts';
import type { Conversation as Listed } from '../../lib/protocol/rest.ts';
import { scrubbed } from '../../lib/protocol/scrubbed.ts';
import type { KeptConversation } from '../store/local-copy.ts';
import type { ConversationAction, SideAction } from './actions.ts';
import { type Conversation, NO_CONVERSATION } from './model.ts';
import { beginOrExtend, contradicts, extend, newestOf, prepend, type Run } from './run.ts';
import {
  NO_SIDE,
  type Wish,
  withKept,
  withMarked,
  withoutWish,
  withRead,
  withSaid,
  withTheirs,
  withWish,
} from './sides.ts';

/** As many entries of a conversation stay in memory when it is closed. */
const HELD_WHEN_CLOSED = 200;

type Conversations = ReadonlyMap<string, Conversation>;

/**
 * Folds what is learned of the conversations into what is held of them.
 * @param closed what was open before, and is closed by this
 */
export function reduceConversations(
  held: Conversations,
  action: ConversationAction | SideAction,
  closed?: string | null,
): Conversations {
  switch (action.type) {
    case 'entries-pushed':
      return change(held, action.with, (it) => withPushed(it, action));
    case 'entries-fetched':
      return change(held, action.with, (it) => fetched(it, action));
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
      return change(held, action.with, ({ side, said, wishes, theirs }) => ({
        ...NO_CONVERSATION,
        ...{ side, said, wishes, theirs },
      }));
    case 'conversation-unavailable':
      return change(held, action.with, (it) => ({ ...it, problem: action.problem }));
    case 'conversation-opened':
      return change(held, action.with, ({ problem: _, ...it }) => it);
    case 'conversation-closed':
      return closed == null ? held : trimmed(held, closed);
    case 'conversations-listed':
    case 'older-conversations-fetched':
      return withListed(held, action.page.conversations);
    default:
      return reduceSides(held, action as SideAction);
  }
}

/** Folds what is learned of both sides. */
function reduceSides(held: Conversations, action: SideAction): Conversations {
  const isOfAny = action.type === 'side-said' || action.type === 'side-wished';
  if (!('with' in action) || !(held.has(action.with) || isOfAny)) return held;
  return change(held, action.with, (it) => {
    switch (action.type) {
      case 'receipt':
        return withTheirs(it, action.marks);
      case 'marked':
        return withMarked(it, action.marks);
      case 'read-up-to':
        // It may be a request, of which nobody is to know that I have seen it; the page asks anew when that is known.
        return it.said === NO_SIDE ? it : withRead(it, action.seq);
      case 'side-said':
        return action.wish === undefined
          ? withSaid(it, action.side)
          : withoutWish(it, action.wish, action.side);
      case 'side-wished':
        return withWish(it, action.wish);
      case 'wish-refused':
      case 'wish-told':
        return withoutWish(it, action.wish);
      default:
        return it;
    }
  });
}

/** What a list says is held from then on. */
export function withListed(held: Conversations, listed: readonly Listed[]): Conversations {
  return listed.reduce(takeListed, held);
}

/** With what was wished of them before, and never answered. */
export function withWishes(held: Conversations, wishes: readonly Wish[]): Conversations {
  return wishes.reduce((all, wish) => change(all, wish.with, (it) => withWish(it, wish)), held);
}

/** What a device had kept. */
export function keptConversations(kept: readonly KeptConversation[]): Conversations {
  return new Map(
    kept.map(({ with: name, entries, sides }) => {
      const it = { ...NO_CONVERSATION, entries, loaded: entries.length > 0 };
      return [name, sides ? withKept(it, sides) : it];
    }),
  );
}

function fetched(
  it: Conversation,
  { with: name, after, entries, side, theirs }: ConversationAction & { type: 'entries-fetched' },
): Conversation {
  const run = after === undefined ? beginOrExtend(it, entries) : extend(it, entries);
  // A page after some later number says nothing about how the log begins, so it can't found what is held.
  const loaded = it.loaded || after === undefined || after === 0;
  const next = loaded === it.loaded ? withRun(it, name, run) : { ...withRun(it, name, run), loaded };
  return withTheirs(side ? withSaid(next, side) : next, theirs ?? {});
}

function takeListed(held: Conversations, { with: { name }, entries, side, theirs }: Listed): Conversations {
  return change(held, name, (held) => {
    // The server's log is the truth: what says otherwise is of a log that it does not have any more.
    const it = contradicts(held, entries) ? { ...NO_CONVERSATION, wishes: held.wishes } : held;
    return withTheirs(withSaid({ ...it, ...beginOrExtend(it, entries), loaded: true }, side), theirs);
  });
}

/** A push that was on its way when its sender was blocked is not to be seen either. */
function withPushed(
  it: Conversation,
  { with: name, entries }: ConversationAction & { type: 'entries-pushed' },
): Conversation {
  return withRun(
    it,
    name,
    extend(it, it.side.blocked ? entries.map((entry) => unseen(entry, name)) : entries),
  );
}

/** Whoever is the first to write may be somebody new: what was said of my side before that holds no more. */
function withRun(it: Conversation, name: string, run: Run): Conversation {
  if (run === it) return it;
  const isBegun = it.entries.length === 0 && run.entries[0]?.from === name;
  return { ...it, ...run, ...(isBegun && { said: NO_SIDE }) };
}

function unseen(entry: Entry, blocked: string): Entry {
  return entry.from === blocked ? scrubbed(entry, 'blocked') : entry;
}

/** With just the newest entries of what nobody looks at any more, so that memory has a bound. */
function trimmed(held: Conversations, name: string): Conversations {
  if (!held.has(name)) return held;
  return change(held, name, (it) => newestOf(it, HELD_WHEN_CLOSED));
}

function change(held: Conversations, name: string, make: (it: Conversation) => Conversation): Conversations {
  const it = held.get(name);
  const made = make(it ?? NO_CONVERSATION);
  return made === it ? held : new Map(held).set(name, made);
}
