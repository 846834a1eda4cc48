import { useSyncExternalStore } from 'react';

/** The same as in styles/layout.css, where one of the panes is hidden then. */
const narrow = matchMedia('(width < 46rem)');

/** Whether there is room for one pane only. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

/** Whether there is at the moment. */
export function isNarrow(): boolean {
  return narrow.matches;
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
