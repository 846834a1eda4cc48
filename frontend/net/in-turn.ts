/** As long as an answer may take, and a little more. */
const LONGEST_TURN_MS = 15_000;

/**
 * Does something while no other tab of this browser does; after a while in any case, since a tab that sleeps may hold on to
 * its turn, and there are browsers and addresses without turns.
 * @param what by which name tabs know that they do the same
 */
export async function inTurn<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  let begun: Promise<Result> | undefined;
  const begin = () => {
    begun = work();
    return begun;
  };
  try {
    const signal = AbortSignal.timeout(LONGEST_TURN_MS);
    await navigator.locks.request(what, { signal }, begin);
  } catch {
    // Not had in time, or not to be had; how the work itself failed is told below.
  }
  return begun ?? begin();
}
