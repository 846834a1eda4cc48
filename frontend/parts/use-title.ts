import { useEffect } from 'react';
import { personNamed } from '../state/shown-lists.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useKnown } from './use-chat.ts';

/**
 * Says in the page's title who is open, and in how many conversations there is something new.
 * @param isMine false where another part of the page has a title of its own
 */
export function useTitle(isMine: boolean): void {
  const { app } = useTexts();
  const unseen = useKnown(
    ({ conversations }) => [...conversations.values()].filter((it) => it.unseen).length,
  );
  const open = useKnown(({ open, people }) =>
    open === null ? undefined : personNamed(people, open).displayName,
  );
  useEffect(() => {
    if (!isMine) return;
    const title = open === undefined ? app.name : app.titleOf(open);
    document.title = unseen > 0 ? app.titleWithUnseen(title, unseen) : title;
  }, [isMine, app, unseen, open]);
}
