import type { State } from './model.ts';
import { NO_SIDE } from './sides.ts';

/** The names of all whom I have blocked, be their conversations held or not. */
export function blockedNames({ conversations, blocked }: Pick<State, 'conversations' | 'blocked'>): string[] {
  const names = new Set(blocked);
  for (const [name, { side, said, wishes }] of conversations) {
    if (side.blocked) names.add(name);
    else if (said !== NO_SIDE || wishes.length > 0) names.delete(name);
  }
  return [...names];
}
