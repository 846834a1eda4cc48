import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

export interface NavigateOptions {
  /** Whether the way back leads past where one is now. */
  readonly replace?: boolean;
  /** Is kept beside the address, in the browser's history. */
  readonly state?: unknown;
}

/** Goes to another page of the chat, by its path. */
export function navigate(path: string, { replace = false, state = null }: NavigateOptions = {}): void {
  history[replace ? 'replaceState' : 'pushState'](state, '', path);
  tellAll();
}

/** Where one is. */
export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** What is kept beside the address. */
export function useHistoryState<Kept>(): Kept | null {
  return useSyncExternalStore(subscribe, () => history.state as Kept | null);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tellAll);
  };
}

/** All at once, so that React renders once. */
function tellAll(): void {
  for (const listener of [...listeners]) listener();
}
