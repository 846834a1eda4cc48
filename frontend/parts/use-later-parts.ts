import { useSyncExternalStore } from 'react';
import { importAnew } from '../net/import-anew.ts';
import { tryLater } from '../net/try-later.ts';

type LaterParts = typeof import('../later-parts.ts');

let loaded: LaterParts | undefined;
let isAskedFor = false;
const listeners = new Set<() => void>();

/** What comes a moment after the conversations are shown; undefined until it is there. */
export function useLaterParts(): LaterParts | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAskedFor) void load();
  return () => listeners.delete(listener);
}

async function load(): Promise<void> {
  isAskedFor = true;
  try {
    loaded = await importAnew(() => import('../later-parts.ts'));
    for (const listener of [...listeners]) listener();
  } catch {
    tryLater(load);
  }
}
