import type { Chat } from './ports.ts';
import { NEW_PREFERENCES } from './side-ports.ts';
import { takeTurn } from './take-turn.ts';
import { perDay } from './throttle-limits.ts';

/**
 * Counts a conversation that a person begins with somebody else: fewer may be begun by those whom nobody has accepted yet.
 * @throws Refusal `too-many-new-conversations`, with when the next one may be begun
 */
export async function countNewConversation(
  chat: Pick<Chat, 'preferences' | 'throttle' | 'throttleLimits' | 'clock'>,
  person: string,
): Promise<void> {
  const { newConversationsPerDay, newConversationsPerDayOnceAccepted } = chat.throttleLimits;
  const [{ isAccepted } = NEW_PREFERENCES] = await chat.preferences.of([person]);
  const counted = isAccepted
    ? { key: `new-conversations#accepted#${person}`, rate: perDay(newConversationsPerDayOnceAccepted) }
    : { key: `new-conversations#${person}`, rate: perDay(newConversationsPerDay) };
  await takeTurn(chat, counted.key, counted.rate, 'too-many-new-conversations');
}
