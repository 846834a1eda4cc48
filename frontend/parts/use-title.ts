import { useEffect } from 'react';
import { personNamed } from '../state/shown-lists.ts';
import { useKnown } from './use-chat.ts';

/** Says in the page's title who is open, and in how many conversations there is something new. */
export function useTitle(): void {
  const unseen = useKnown(
    ({ conversations }) => [...conversations.values()].filter((it) => it.unseen).length,
  );
  const open = useKnown(({ open, people }) =>
    open === null ? undefined : personNamed(people, open).displayName,
  );
  useEffect(() => {
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${open === undefined ? '' : `${open} – `}Chat`;
  }, [unseen, open]);
}
