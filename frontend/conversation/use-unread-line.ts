import { useEffect, useMemo, useRef } from 'react';
import { useChat, useKnown, useStateNow } from '../parts/use-chat.ts';
import type { Conversation } from '../state/model.ts';
import { firstUnread, NO_SIDE, unreadCount } from '../state/sides.ts';

/** Whoever has more than this to read begins at the end: the way through all of it is the longer one. */
const MAX_TO_BEGIN_WITH = 500;

/**
 * Where the line stands above what was unread as the conversation was opened. It stays for as long as that is open; and
 * that is where one begins to read.
 * @returns the number of the first of those messages; undefined if there is none, or if it is not held
 */
export function useUnreadLine(name: string, conversation: Conversation, me: string): number | undefined {
  const chat = useChat();
  const stateNow = useStateNow();
  const isLive = useKnown((state) => state.connection === 'live');
  /** My mark as it was at the beginning; null where nothing was unread. */
  const readBefore = useRef<number | null>(undefined);
  const { entries, loaded, said, side } = conversation;

  // What the device has may be old: until the server has answered, there may still be something to come.
  if (
    loaded &&
    said !== NO_SIDE &&
    readBefore.current == null &&
    (readBefore.current === undefined || !isLive)
  ) {
    readBefore.current = unreadCount(conversation, me, name) > 0 && !side.request ? side.read : null;
  }
  const read = readBefore.current ?? undefined;

  useEffect(() => {
    if (read === undefined) return;
    const { goal, conversations } = stateNow();
    const now = conversations.get(name) ?? conversation;
    // Whoever was led to a message wants to see that.
    if (goal?.with === name || unreadCount(now, me, name) > MAX_TO_BEGIN_WITH) return;
    chat.goTo(name, firstUnread(now, read, me) ?? read + 1, { isQuiet: true });
    // Once: from then on it is the reader who chooses.
  }, [read === undefined]);

  return useMemo(() => {
    if (read === undefined || (entries[0]?.seq ?? 0) > read + 1) return undefined;
    return firstUnread({ entries, side }, read, me);
  }, [entries, side, read, me]);
}
