import { useEffect, useRef } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { focusFirst } from '../parts/focus-first.ts';

/**
 * Keeps the focus somewhere sensible when something opens beside the lists, or closes: what had it may not be shown
 * any more, and the keyboard would begin again at the top of the page.
 */
export function useFocusAcrossPanes(): void {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    const closed = before.current;
    before.current = path;
    // As the page was loaded, so nothing has lost the focus.
    if (path === closed) return;
    if (path === '/') focusIfLost(`.sidebar a[href="${CSS.escape(closed)}"]`);
    else focusIfLost('main [role="log"]', 'main');
  }, [path]);
}

/** Where what has opened took the focus itself, it stays. */
function focusIfLost(...selectors: string[]): void {
  const focused = document.activeElement as HTMLElement | null;
  const isLost = !focused || focused === document.body || !focused.checkVisibility();
  if (isLost) focusFirst(...selectors);
}
