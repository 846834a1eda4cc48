import { useEffect } from 'react';
import { personNamed } from '../state/shown-lists.ts';
import { useKnown } from './use-chat.ts';

/**
 * Says in the page's title who is open, and in how many conversations there is something new.
 * @param page what is open in place of a conversation
 */
export function useTitle(page?: string): void {
  const unseen = useKnown(
    ({ conversations }) => [...conversations.values()].filter((it) => it.unseen).length,
  );
  const open = useKnown(({ open, people }) => (open === null ? page : personNamed(people, open).displayName));
  useEffect(() => {
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${open === undefined ? '' : `${open} – `}Chat`;
  }, [unseen, open]);
}
