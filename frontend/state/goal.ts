import type { Action } from './actions.ts';
import type { Goal, State } from './model.ts';

/** Folds where somebody wants to go. Whoever leaves that conversation, or goes to another, does not want it any more. */
export function reduceGoal({ goal, open }: Pick<State, 'goal' | 'open'>, action: Action): Goal | null {
  switch (action.type) {
    case 'message-wanted':
      return { with: action.with, seq: action.seq, ...(action.isQuiet && { isQuiet: true }) };
    case 'message-reached':
      return null;
    case 'conversation-opened':
      return goal?.with === action.with ? goal : null;
    case 'conversation-closed':
      return goal?.with === open ? null : goal;
    default:
      return goal;
  }
}
