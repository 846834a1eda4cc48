import type { Entry } from '../../lib/protocol/entries.ts';
import type {
  Action,
  ConversationAction,
  MessagesStored,
  OutboxAction,
  PeopleAction,
  PresenceAction,
  SideAction,
} from './actions.ts';
import { afterTyping, reduceComposing, reduceRefusedAct } from './acts.ts';
import { keptConversations, reduceConversations, withListed, withWishes } from './conversations.ts';
import { reduceGoal } from './goal.ts';
import { INITIAL_STATE, NO_CONVERSATION, type State } from './model.ts';
import { entryOf, reduceOutbox, withoutStored } from './outbox.ts';
import { reduceDirectory, reducePeople, reduceSearch, withPage } from './people.ts';
import { reducePreferences, reducePresence, reduceTyping } from './presence.ts';
import { withOwnRead } from './sides.ts';

/**
 * What is known after something happened. Frames may come in any order, doubled or not at all: once the log was
 * asked for what came after the last entry held, the result is the same.
 */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'starting':
      return INITIAL_STATE;
    case 'server-unreachable':
      return { ...state, session: { status: 'unreachable', problem: action.problem } };
    case 'signed-out': {
      const { notice } = action;
      return { ...INITIAL_STATE, session: { status: 'signed-out', ...(notice !== undefined && { notice }) } };
    }
    case 'opened-from-device':
      return afterOpening(state, action);
    case 'bootstrapped':
      return afterBootstrap(state, action);
    case 'profile-changed':
      return { ...state, session: { status: 'signed-in', me: action.me } };
    case 'connection-changed':
      return { ...state, connection: action.connection };
    case 'outbox-not-durable':
      return { ...state, outboxDurable: false };
    case 'messages-stored':
      return afterStored(state, action);
    default:
      return afterOther(state, action);
  }
}

function afterBootstrap(state: State, action: Extract<Action, { type: 'bootstrapped' }>): State {
  const {
    me,
    people,
    conversations,
    pinned,
    preferences,
    pushKey,
    sharedComputer = false,
    blocked = [],
  } = action.bootstrap;
  const listed = [...conversations.conversations, ...pinned];
  const entries = listed.flatMap((conversation) => conversation.entries);
  const next = conversations.next;
  const isOpen = myName(state) === me.name;
  const { drafts, composing, outbox } = isOpen ? state : action;
  const held = isOpen ? state.conversations : withWishes(new Map(), action.wishes);
  return {
    ...(isOpen ? state : INITIAL_STATE),
    outboxDurable: state.outboxDurable,
    open: state.open,
    session: { status: 'signed-in', me },
    ...(pushKey !== undefined && { pushKey }),
    sharedComputer,
    preferences,
    blocked,
    conversations: withListed(held, listed),
    olderConversations: { status: 'idle', ...(next !== undefined && { next }) },
    people: reducePeople(state.people, action),
    directory: withPage(INITIAL_STATE.directory, people),
    outbox: withoutStored(outbox, me.name, entries),
    drafts,
    composing,
  };
}

function afterOpening(state: State, action: Extract<Action, { type: 'opened-from-device' }>): State {
  const { kept, outbox, drafts, composing, wishes } = action;
  const entries = kept.conversations.flatMap((conversation) => conversation.entries);
  return {
    ...INITIAL_STATE,
    open: state.open,
    session: { status: 'signed-in', me: kept.me },
    conversations: withWishes(keptConversations(kept.conversations), wishes),
    people: new Map(kept.people.map((person) => [person.name, person])),
    directory: { names: kept.people.map(({ name }) => name).sort(), status: 'idle' },
    outbox: withoutStored(outbox, kept.me.name, entries),
    drafts,
    composing,
  };
}

/** The answer has the places and the outbox all else: together they are entries like any others. */
function afterStored(state: State, { with: name, stored }: MessagesStored): State {
  const me = myName(state);
  const entries = stored.flatMap((place): Entry[] => {
    const item = state.outbox.find(({ clientId }) => clientId === place.clientId);
    return item ? [entryOf(item, me, place)] : [];
  });
  if (entries.length === 0) return state;
  const after = reduce(state, { type: 'entries-pushed', with: name, entries });
  const held = after.conversations.get(name) ?? NO_CONVERSATION;
  return { ...after, conversations: new Map(after.conversations).set(name, withOwnRead(held, me)) };
}

type OtherAction = ConversationAction | SideAction | PresenceAction | OutboxAction | PeopleAction;

function afterOther(state: State, action: OtherAction): State {
  const me = myName(state);
  const open = opened(state.open, action);
  const conversations = reduceConversations(
    afterTyping(state, action),
    action as ConversationAction,
    state.open,
  );
  return {
    ...state,
    open,
    goal: reduceGoal(state, action),
    conversations,
    typing: reduceTyping(state.typing, action),
    presence: reducePresence(state.presence, action, open),
    preferences: reducePreferences(state.preferences, action),
    refusedWish: reduceRefused(state.refusedWish, action),
    olderConversations: reduceOlder(state.olderConversations, action),
    people: reducePeople(state.people, action),
    directory: reduceDirectory(state.directory, action as PeopleAction),
    search: reduceSearch(state.search, action as PeopleAction),
    outbox: withoutStored(reduceOutbox(state.outbox, action as OutboxAction), me, entriesIn(action)),
    composing: reduceComposing(state.composing, action, conversations),
    refusedAct: reduceRefusedAct(state.refusedAct, action),
    drafts: action.type === 'draft-changed' ? withDraft(state.drafts, action) : state.drafts,
  };
}

function reduceRefused(refused: State['refusedWish'], action: Action): State['refusedWish'] {
  switch (action.type) {
    case 'wish-refused':
      return { with: action.with, problem: action.problem };
    case 'side-wished':
    case 'refusal-seen':
      return null;
    default:
      return refused;
  }
}

function opened(open: string | null, action: Action): string | null {
  if (action.type === 'conversation-opened') return action.with;
  return action.type === 'conversation-closed' ? null : open;
}

function reduceOlder(older: State['olderConversations'], action: Action): State['olderConversations'] {
  switch (action.type) {
    case 'older-conversations-asked':
      return { ...older, status: 'loading' };
    case 'older-conversations-failed':
      return { ...older, status: 'failed' };
    case 'older-conversations-fetched':
      return { status: 'idle', ...(action.page.next !== undefined && { next: action.page.next }) };
    default:
      return older;
  }
}

function entriesIn(action: Action): readonly Entry[] {
  switch (action.type) {
    case 'entries-pushed':
    case 'entries-fetched':
    case 'entries-found':
    case 'earlier-fetched':
      return action.entries;
    case 'conversations-listed':
    case 'older-conversations-fetched':
      return action.page.conversations.flatMap(({ entries }) => entries);
    default:
      return [];
  }
}

function withDraft(
  drafts: State['drafts'],
  { with: name, text }: Extract<Action, { type: 'draft-changed' }>,
): State['drafts'] {
  const changed = new Map(drafts);
  if (text === '') changed.delete(name);
  else changed.set(name, text);
  return changed;
}

/** The name of who is signed in; empty where nobody is. */
export function myName(state: Pick<State, 'session'>): string {
  return state.session.status === 'signed-in' ? state.session.me.name : '';
}
