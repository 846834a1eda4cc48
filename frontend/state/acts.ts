import type { Action } from './actions.ts';
import { reduceConversations } from './conversations.ts';
import type { OutboxItem, State } from './model.ts';
import { lastSeq } from './run.ts';

/** Folds what the field of a conversation is about; that ends with the conversation. */
export function reduceComposing(composing: State['composing'], action: Action): State['composing'] {
  switch (action.type) {
    case 'composing-changed':
      return action.composing;
    case 'conversation-opened':
      return composing?.with === action.with ? composing : null;
    case 'conversation-closed':
      return null;
    default:
      return composing;
  }
}

/** Folds what was refused, which is told until something else is done. */
export function reduceRefusedAct(refused: State['refusedAct'], action: Action): State['refusedAct'] {
  switch (action.type) {
    case 'act-refused':
      return { with: action.item.to, kind: action.item.kind, problem: action.problem };
    case 'message-typed':
    case 'conversation-opened':
      return null;
    default:
      return refused;
  }
}

/** Whoever answers has read what was there. */
export function afterTyping({ conversations }: State, action: Action): State['conversations'] {
  if (action.type !== 'message-typed' || isForwarded(action.item)) return conversations;
  const { to: name } = action.item;
  const held = conversations.get(name);
  if (!held || held.side.request) return conversations;
  return reduceConversations(conversations, { type: 'read-up-to', with: name, seq: lastSeq(held) });
}

/** What is forwarded is sent from elsewhere: nobody has looked. */
function isForwarded(item: OutboxItem): boolean {
  return item.kind === 'message' && item.forwarded === true;
}
