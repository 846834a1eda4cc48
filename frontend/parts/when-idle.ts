/** Where a browser can't say when it is idle: by then the first page has been drawn. */
const PROBABLY_IDLE_MS = 500;

/** Calls when the browser has nothing better to do; returns what prevents it. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, PROBABLY_IDLE_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work);
  return () => cancelIdleCallback(request);
}
