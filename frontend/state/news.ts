import type { Conversation, State } from './model.ts';
import { myName } from './reducer.ts';
import { isArchived, isMuted, NO_SIDE, unreadCount } from './sides.ts';

/** Whether it tells me of what comes, by a number or by a sound. */
export function tellsOfNews(
  conversation: Pick<Conversation, 'entries' | 'side' | 'said'>,
  now: number,
): boolean {
  const { side, said } = conversation;
  if (said === NO_SIDE || side.blocked || side.request) return false;
  return !isMuted(side, now) && !isArchived(conversation, now);
}

/** How many messages wait in the conversations that tell of them. */
export function unreadInAll(state: Pick<State, 'conversations' | 'session'>, now: number): number {
  const me = myName(state);
  let unread = 0;
  for (const [name, held] of state.conversations) {
    const count = unreadCount(held, me, name);
    if (count > 0 && tellsOfNews(held, now)) unread += count;
  }
  return unread;
}
