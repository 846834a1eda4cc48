import type { Entry } from '../../lib/protocol/entries.ts';
import type { Action, ConversationAction, MessagesStored, OutboxAction, PeopleAction } from './actions.ts';
import { firstConversations, reduceConversations } from './conversations.ts';
import { INITIAL_STATE, type State } from './model.ts';
import { reduceOutbox, withoutStored } from './outbox.ts';
import { reduceDirectory, reducePeople, reduceSearch, withPage } from './people.ts';

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
    case 'bootstrapped':
      return afterBootstrap(state, action);
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
  const { me, people, conversations, pushKey } = action.bootstrap;
  const entries = conversations.conversations.flatMap((conversation) => conversation.entries);
  const next = conversations.next;
  return {
    ...INITIAL_STATE,
    outboxDurable: state.outboxDurable,
    open: state.open,
    session: { status: 'signed-in', me },
    ...(pushKey !== undefined && { pushKey }),
    conversations: firstConversations(conversations.conversations),
    olderConversations: { status: 'idle', ...(next !== undefined && { next }) },
    people: reducePeople(state.people, action),
    directory: withPage(INITIAL_STATE.directory, people),
    outbox: withoutStored(action.outbox, me.name, entries),
  };
}

/** The answer has the places and the outbox the texts: together they are entries like any others. */
function afterStored(state: State, { with: name, stored }: MessagesStored): State {
  const me = myName(state);
  const entries = stored.flatMap(({ clientId, ...place }): Entry[] => {
    const item = state.outbox.find((it) => it.clientId === clientId);
    return item ? [{ kind: 'message', from: me, clientId, text: item.text, ...place }] : [];
  });
  return entries.length === 0 ? state : reduce(state, { type: 'entries-pushed', with: name, entries });
}

function afterOther(state: State, action: ConversationAction | OutboxAction | PeopleAction): State {
  const me = myName(state);
  const open = opened(state.open, action);
  return {
    ...state,
    open,
    conversations: reduceConversations(state.conversations, action as ConversationAction, { me, open }),
    olderConversations: reduceOlder(state.olderConversations, action),
    people: reducePeople(state.people, action),
    directory: reduceDirectory(state.directory, action as PeopleAction),
    search: reduceSearch(state.search, action as PeopleAction),
    outbox: withoutStored(reduceOutbox(state.outbox, action as OutboxAction), me, entriesIn(action)),
    drafts: action.type === 'draft-changed' ? withDraft(state.drafts, action) : state.drafts,
  };
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
  return new Map(drafts).set(name, text);
}

/** The name of who is signed in; empty where nobody is. */
export function myName(state: Pick<State, 'session'>): string {
  return state.session.status === 'signed-in' ? state.session.me.name : '';
}
