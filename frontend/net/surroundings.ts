/** What the browser tells of the world: whether there is a network, and whether anybody looks at the page. */
export interface Surroundings {
  /** Calls back when the network is back, or somebody looks at the page again after a while. */
  onWake(listener: () => void): () => void;
  onNetworkLost(listener: () => void): () => void;
}

/** Hidden for less than this, a page has most likely missed nothing. */
const LONG_HIDDEN_MS = 30_000;

/** The clock is looked at this often; if more has gone by in between, the machine has slept. */
const CLOCK_STEP_MS = 5_000;
const SLEPT_MS = 20_000;

export const browserSurroundings: Surroundings = {
  onWake(listener) {
    let hiddenSince = 0;
    let lookedAt = Date.now();
    const seenAgain = () => {
      if (document.visibilityState === 'hidden') hiddenSince = Date.now();
      else if (Date.now() - hiddenSince >= LONG_HIDDEN_MS) listener();
    };
    const clock = setInterval(() => {
      const hasSlept = Date.now() - lookedAt >= CLOCK_STEP_MS + SLEPT_MS;
      lookedAt = Date.now();
      // In a hidden page timers come late anyway, and nobody waits.
      if (hasSlept && document.visibilityState === 'visible') listener();
    }, CLOCK_STEP_MS);
    const restored = ({ persisted }: PageTransitionEvent) => persisted && listener();
    const network = networkIfTold();
    window.addEventListener('online', listener);
    window.addEventListener('pageshow', restored);
    document.addEventListener('visibilitychange', seenAgain);
    network?.addEventListener('change', listener);
    return () => {
      clearInterval(clock);
      window.removeEventListener('online', listener);
      window.removeEventListener('pageshow', restored);
      document.removeEventListener('visibilitychange', seenAgain);
      network?.removeEventListener('change', listener);
    };
  },
  onNetworkLost(listener) {
    window.addEventListener('offline', listener);
    return () => window.removeEventListener('offline', listener);
  },
};

/** Some browsers tell when they go from one network to another; TypeScript's types leave it out, as others don't. */
function networkIfTold(): EventTarget | undefined {
  return (navigator as { readonly connection?: EventTarget }).connection;
}

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
