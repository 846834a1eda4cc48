import { useEffect, useRef } from 'react';
import { focusFirst } from '../parts/focus-first.ts';

/**
 * Keeps the focus somewhere sensible when a conversation opens or closes: what had it may not be shown any more, and
 * the keyboard would begin again at the top of the page.
 */
export function useFocusAcrossPanes(open: string | undefined): void {
  const before = useRef(open);
  useEffect(() => {
    const closed = before.current;
    before.current = open;
    // As the page was loaded, so nothing has lost the focus.
    if (open === closed) return;
    if (open !== undefined) focusIfLost('main [role="log"]', 'main');
    else if (closed !== undefined) focusIfLost(`.sidebar nav a[href="/c/${CSS.escape(closed)}"]`);
  }, [open]);
}

/** Where the conversation has taken the focus itself, it stays. */
function focusIfLost(...selectors: string[]): void {
  const focused = document.activeElement as HTMLElement | null;
  const isLost = !focused || focused === document.body || !focused.checkVisibility();
  if (isLost) focusFirst(...selectors);
}
