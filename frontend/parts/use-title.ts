import { useEffect } from 'react';
import { personNamed } from '../state/shown-lists.ts';
import { useKnown } from './use-chat.ts';

/**
 * Says in the page's title who is open, and in how many conversations there is something new.
 * @param isMine whether no other page beside the list has a title of its own
 */
export function useTitle(isMine: boolean): void {
  const unseen = useKnown(
    ({ conversations }) => [...conversations.values()].filter((it) => it.unseen).length,
  );
  const open = useKnown(({ open, people }) =>
    open === null ? undefined : personNamed(people, open).displayName,
  );
  useEffect(() => {
    if (!isMine) return;
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${open === undefined ? '' : `${open} – `}Chat`;
  }, [isMine, unseen, open]);
}
