import type { Action } from './actions.ts';
import { reduceConversations } from './conversations.ts';
import { foldOf, messageAt } from './fold.ts';
import type { OutboxItem, State } from './model.ts';
import { lastSeq } from './run.ts';

/** Folds what the fields of conversations are about. What is deleted for both is not to be read there either. */
export function reduceComposing(
  composing: State['composing'],
  action: Action,
  conversations: State['conversations'],
): State['composing'] {
  const gone = [...composing].filter(([name, { seq }]) => {
    const fold = foldOf(conversations.get(name)?.entries ?? []);
    return seq !== undefined && messageAt(fold, seq)?.gone === 'deleted';
  });
  if (action.type !== 'composing-changed' && gone.length === 0) return composing;
  const changed = new Map(composing);
  for (const [name] of gone) changed.delete(name);
  if (action.type !== 'composing-changed') return changed;
  changed.delete(action.with);
  if (action.composing) changed.set(action.with, action.composing);
  return changed;
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
