import { useEffect } from 'react';
import { unreadInAll } from '../state/news.ts';
import { personNamed } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useKnown } from './use-chat.ts';

/**
 * Says in the page's title who is open, and how many messages wait to be read.
 * @param isMine false where another part of the page has a title of its own
 */
export function useTitle(isMine: boolean): void {
  const { app } = useTexts();
  const unread = useKnown((state) => unreadInAll(state, Date.now()));
  const open = useKnown(({ open, people }) =>
    open === null ? undefined : personNamed(people, open).displayName,
  );
  useEffect(() => {
    if (!isMine) return;
    const title = open === undefined ? app.name : app.titleOf(open);
    document.title = unread > 0 ? app.titleWithUnseen(title, unread) : title;
  }, [isMine, app, unread, open]);
}
