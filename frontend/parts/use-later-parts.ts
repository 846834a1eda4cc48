import { useSyncExternalStore } from 'react';
import { importAnew } from '../net/import-anew.ts';

type LaterParts = typeof import('../later-parts.ts');

let loaded: LaterParts | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

/** What comes a moment after the conversations are shown; undefined until it is there. */
export function useLaterParts(): LaterParts | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!loaded && !isLoading) void load();
  return () => listeners.delete(listener);
}

async function load(): Promise<void> {
  isLoading = true;
  try {
    loaded = await importAnew(() => import('../later-parts.ts'));
    for (const listener of [...listeners]) listener();
  } catch {
    // Without a network. Whoever needs it next asks again, and so does this page as soon as there is one.
    window.addEventListener('online', load, { once: true });
  }
  isLoading = false;
}
