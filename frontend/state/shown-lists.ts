import type { Person } from '../../lib/protocol/names.ts';
import { type Conversation, NO_CONVERSATION, type State, type UnsentMessage } from './model.ts';
import { messagesIn, unsentTo } from './outbox.ts';
import { myName } from './reducer.ts';
import { lastShown } from './shown-messages.ts';
import { isArchived, isMuted, unreadCount } from './sides.ts';

/** A conversation as the list shows it. */
export interface ShownConversation {
  readonly person: Person;
  readonly at: number;
  readonly preview: string;
  readonly mine: boolean;
  readonly state: 'pending' | 'stored' | 'failed';
  /** How many messages of theirs I have not read. */
  readonly unread: number;
  /** Whether I want to see it as unread, though I have read it. */
  readonly isMarked: boolean;
  readonly isPinned: boolean;
  readonly isMuted: boolean;
  readonly isBlocked: boolean;
}

/** The conversations by where they stand; each list has the latest first. */
export interface ShownLists {
  /** Those that are pinned before all others, the latest pinned first. */
  readonly current: readonly ShownConversation[];
  readonly archived: readonly ShownConversation[];
  /** Begun by somebody new, and not accepted. */
  readonly requests: readonly ShownConversation[];
}

/** Who somebody is, by what is known so far; for a stranger the name stands for the display name. */
export function personNamed(people: State['people'], name: string): Person {
  return people.get(name) ?? { name, displayName: name };
}

type Shown = Pick<State, 'conversations' | 'outbox' | 'people' | 'session'>;

/** The conversations in which something was written, by where they stand at a time. */
export function shownLists(state: Shown, now: number): ShownLists {
  const names = new Set([...state.conversations.keys(), ...state.outbox.map(({ to }) => to)]);
  const lists = { current: [], archived: [], requests: [] } as Record<keyof ShownLists, Placed[]>;
  for (const name of names) {
    const held = state.conversations.get(name) ?? NO_CONVERSATION;
    const shown = shownConversation(state, name, held, now);
    if (shown) lists[listOf(held, now)].push({ shown, pinnedAt: held.side.pinnedAt ?? 0 });
  }
  return {
    current: inOrder(lists.current),
    archived: inOrder(lists.archived),
    requests: inOrder(lists.requests),
  };
}

/** Those that are neither put away nor wait to be accepted. */
export function shownConversations(state: Shown, now = Date.now()): readonly ShownConversation[] {
  return shownLists(state, now).current;
}

interface Placed {
  readonly shown: ShownConversation;
  readonly pinnedAt: number;
}

function listOf(held: Conversation, now: number): keyof ShownLists {
  if (held.side.request) return 'requests';
  return isArchived(held, now) ? 'archived' : 'current';
}

function inOrder(placed: readonly Placed[]): ShownConversation[] {
  return placed
    .toSorted(
      (one, other) =>
        other.pinnedAt - one.pinnedAt ||
        other.shown.at - one.shown.at ||
        (one.shown.person.name < other.shown.person.name ? -1 : 1),
    )
    .map(({ shown }) => shown);
}

function shownConversation(
  state: Shown,
  name: string,
  held: Conversation,
  now: number,
): ShownConversation | undefined {
  const me = myName(state);
  const last = lastWritten(held, messagesIn(unsentTo(state.outbox, name)).at(-1), me);
  if (!last) return undefined;
  const { side } = held;
  return {
    person: personNamed(state.people, name),
    ...last,
    unread: unreadCount(held, me, name),
    isMarked: side.unread === true,
    isPinned: side.pinnedAt !== undefined,
    isMuted: isMuted(side, now),
    isBlocked: side.blocked === true,
  };
}

type Last = Pick<ShownConversation, 'preview' | 'mine' | 'at' | 'state'>;

function lastWritten(held: Conversation, item: UnsentMessage | undefined, me: string): Last | undefined {
  if (item) {
    const state = item.state === 'failed' ? 'failed' : 'pending';
    return { preview: item.text, mine: true, at: item.typedAt, state };
  }
  const last = lastShown(held);
  return last && { preview: last.text, mine: last.from === me, at: last.at, state: 'stored' };
}
