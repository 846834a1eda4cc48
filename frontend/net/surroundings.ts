/** What the browser tells of the world: whether there is a network, and whether anybody looks at the page. */
export interface Surroundings {
  /** Calls back when the network is back, or somebody looks at the page again after a while. */
  onWake(listener: () => void): () => void;
  onNetworkLost(listener: () => void): () => void;
}

/** Hidden for less than this, a page has most likely missed nothing. */
const LONG_HIDDEN_MS = 30_000;

export const browserSurroundings: Surroundings = {
  onWake(listener) {
    let hiddenSince = 0;
    const seenAgain = () => {
      if (document.visibilityState === 'hidden') hiddenSince = Date.now();
      else if (Date.now() - hiddenSince >= LONG_HIDDEN_MS) listener();
    };
    window.addEventListener('online', listener);
    document.addEventListener('visibilitychange', seenAgain);
    return () => {
      window.removeEventListener('online', listener);
      document.removeEventListener('visibilitychange', seenAgain);
    };
  },
  onNetworkLost(listener) {
    window.addEventListener('offline', listener);
    return () => window.removeEventListener('offline', listener);
  },
};

/** Resolves after a time, or as soon as the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** As `pause`, but cut short when the world is likely to have become better. */
export async function pauseUnlessWoken(
  ms: number,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  if (ms === 0) return;
  const woken = new AbortController();
  const ignore = surroundings.onWake(() => woken.abort());
  await pause(ms, AbortSignal.any([signal, woken.signal]));
  ignore();
}
