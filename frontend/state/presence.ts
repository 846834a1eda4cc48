import type { Action } from './actions.ts';
import type { State } from './model.ts';

/** Folds who is writing. Whoever's message comes has ended writing it. */
export function reduceTyping(typing: State['typing'], action: Action): State['typing'] {
  switch (action.type) {
    case 'typing-began':
      return typing.has(action.with) ? typing : new Set([...typing, action.with]);
    case 'typing-ended':
      return without(typing, action.with);
    case 'entries-pushed': {
      const { with: name, entries } = action;
      return entries.some(({ kind, from }) => kind === 'message' && from === name)
        ? without(typing, name)
        : typing;
    }
    default:
      return typing;
  }
}

/** Folds whether the person is there whose conversation is open. What is told of anybody else comes late. */
export function reducePresence(
  presence: State['presence'],
  action: Action,
  open: string | null,
): State['presence'] {
  switch (action.type) {
    case 'presence-told':
      if (action.with !== open) return presence;
      return action.presence ? { with: action.with, presence: action.presence } : null;
    case 'presence-unknown':
      return null;
    default:
      return presence?.with === open ? presence : null;
  }
}

/** Folds what others may know of me. */
export function reducePreferences(preferences: State['preferences'], action: Action): State['preferences'] {
  return action.type === 'preferences-changed' ? { ...preferences, ...action.preferences } : preferences;
}

function without(typing: State['typing'], name: string): State['typing'] {
  if (!typing.has(name)) return typing;
  const others = new Set(typing);
  others.delete(name);
  return others;
}
