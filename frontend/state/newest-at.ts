import type { State } from './model.ts';

/** When the newest entry that is held was stored, by the server's clock; 0 if there is none. */
export function newestAt(held: State['conversations']): number {
  let newest = 0;
  for (const { entries } of held.values()) newest = Math.max(newest, entries.at(-1)?.at ?? 0);
  return newest;
}
