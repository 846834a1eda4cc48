/** Held, together with others, by each tab that somebody can see. */
const IN_SIGHT = 'in-sight';

/** What is told is told once: all tabs of a browser get it within this time, even one that sleeps half of it. */
const KEPT_MS = 10_000;

/** Lets the other tabs of this browser know, from now on, whether somebody can see this one. */
export function showWhetherInSight(): void {
  let leave = () => {};
  const follow = () => {
    leave();
    if (document.visibilityState !== 'visible') return;
    const { promise, resolve } = Promise.withResolvers<void>();
    leave = resolve;
    navigator.locks?.request(IN_SIGHT, { mode: 'shared' }, () => promise).catch(() => {});
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

/** Whether somebody can see a tab of this browser, as far as the browser says. */
export async function isAnyInSight(): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === IN_SIGHT);
  } catch {
    return document.visibilityState === 'visible';
  }
}

/** Whether this is the first tab of the browser that wants to tell of something; then no other does. */
export function isFirstToTell(what: string): Promise<boolean> {
  return new Promise((resolve) => {
    const keep = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise<void>((end) => setTimeout(end, KEPT_MS)) : undefined;
    };
    // Where there are no locks, each tells for itself.
    if (!navigator.locks) return resolve(true);
    navigator.locks.request(`told/${what}`, { ifAvailable: true }, keep).catch(() => resolve(true));
  });
}
