import { Refusal } from '../chat/refusal.ts';

/**
 * On AWS a process runs one invocation at a time, and this is never reached. On one machine a process runs all that
 * come; when they come faster than it can do them, each would wait for the store longer than it may, fail, and have
 * taken the time from others for nothing: of 200 messages a second on two processors, a third was stored.
 */
const MOST_AT_ONCE = 32;

/** Half the time that a function has: who waited longer would be given up on in the midst of its work. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Does the work of so many at once; the others wait in the order in which they came. It is refused as `busy`, with
 * nothing done, whose turn does not come in time.
 */
export function inTurns<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  const waiting = new Set<() => void>();
  let running = 0;

  const turn = () =>
    new Promise<void>((resolve, reject) => {
      const letIn = () => {
        clearTimeout(timer);
        waiting.delete(letIn);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(letIn);
        reject(new Refusal('busy'));
      }, LONGEST_WAIT_MS);
      waiting.add(letIn);
    });

  return async (...given) => {
    // Who is let in takes the place of one that ends; so nobody comes between the two.
    if (running === MOST_AT_ONCE) await turn();
    else running += 1;
    try {
      return await work(...given);
    } finally {
      const [next] = waiting;
      if (next) next();
      else running -= 1;
    }
  };
}
