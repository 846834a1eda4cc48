import type { Entry } from '../../lib/protocol/entries.ts';
import type { Problem } from '../net/errors.ts';
import { type Conversation, NO_CONVERSATION, type OutboxItem, type State } from './model.ts';
import { unsentTo } from './outbox.ts';
import { myName } from './reducer.ts';

/** A message as a conversation shows it. */
export interface ShownMessage {
  /** The same while it is pending and when it is stored. */
  readonly key: string;
  readonly clientId: string;
  readonly seq?: number;
  readonly from: string;
  readonly mine: boolean;
  readonly text: string;
  readonly at: number;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly failure?: Problem;
}

/** The messages of an open conversation: what is stored, in the log's order, then what is not. */
export function shownMessages(state: State, name: string): ShownMessage[] {
  return messagesOf(
    state.conversations.get(name) ?? NO_CONVERSATION,
    unsentTo(state.outbox, name),
    myName(state),
  );
}

/** As `shownMessages`, of just the parts that matter, so that a view can remember it for as long as they last. */
export function messagesOf(
  conversation: Conversation,
  unsent: readonly OutboxItem[],
  me: string,
): ShownMessage[] {
  // Mine beyond a hole are stored, but their place can't be shown yet: they wait at the end like those not stored.
  const mineAside = conversation.aside.filter(({ from }) => from === me);
  return [
    ...conversation.entries.map((entry) => storedMessage(entry, me)),
    ...mineAside.map((entry) => pendingEntry(entry)),
    ...unsent.map((item) => unsentMessage(item, me)),
  ];
}

function storedMessage({ seq, from, clientId, text, at }: Entry, me: string): ShownMessage {
  return { key: keyOf(from, clientId), clientId, seq, from, mine: from === me, text, at, state: 'stored' };
}

function pendingEntry({ from, clientId, text, at }: Entry): ShownMessage {
  return { key: keyOf(from, clientId), clientId, from, mine: true, text, at, state: 'pending' };
}

function unsentMessage({ clientId, text, typedAt, state, failure }: OutboxItem, me: string): ShownMessage {
  return {
    key: keyOf(me, clientId),
    clientId,
    from: me,
    mine: true,
    text,
    at: typedAt,
    state: state === 'failed' ? 'failed' : 'pending',
    ...(failure !== undefined && { failure }),
  };
}

function keyOf(from: string, clientId: string): string {
  return `${from}/${clientId}`;
}
