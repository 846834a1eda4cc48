import type { Chat } from './ports.ts';
import { NEW_PREFERENCES } from './side-ports.ts';
import { takeTurn } from './take-turn.ts';
import { perDay } from './throttle-limits.ts';

/**
 * Counts a conversation that a person begins with somebody else: fewer may be begun by those whom nobody has accepted yet. One
 * that a try before has led the other one's list to was counted then: whoever has to try again and again begins just one.
 * @throws Refusal `too-many-new-conversations`, with when the next one may be begun
 */
export async function countNewConversation(
  chat: Pick<Chat, 'peers' | 'preferences' | 'throttle' | 'throttleLimits' | 'clock'>,
  person: string,
  peer: string,
): Promise<void> {
  const { newConversationsPerDay, newConversationsPerDayOnceAccepted } = chat.throttleLimits;
  const [[theirs], [{ isAccepted } = NEW_PREFERENCES]] = await Promise.all([
    chat.peers.sides([{ person: peer, peer: person }]),
    chat.preferences.of([person]),
  ]);
  if (theirs?.request) return;
  const counted = isAccepted
    ? { key: `new-conversations#accepted#${person}`, rate: perDay(newConversationsPerDayOnceAccepted) }
    : { key: `new-conversations#${person}`, rate: perDay(newConversationsPerDay) };
  await takeTurn(chat, counted.key, counted.rate, 'too-many-new-conversations');
}
