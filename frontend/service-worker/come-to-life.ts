import { cacheOf } from './build.ts';
import type { ToWorker } from './messages.ts';

let isAlive = false;

/** Which version of the pages this is; none while developing. */
export function version(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
}

/**
 * Tells the worker that the page which it gave has started, and that its version is in use for as long as it is open.
 * Does it once, however often it is called.
 */
export function comeToLife(): void {
  const mine = version();
  if (isAlive || mine === undefined) return;
  isAlive = true;
  const never = new Promise(() => {});
  navigator.locks?.request(cacheOf(mine), { mode: 'shared' }, () => never).catch(() => {});
  navigator.serviceWorker?.controller?.postMessage({ kind: 'started' } satisfies ToWorker);
}
