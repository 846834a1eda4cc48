import { backOffMs } from './back-off.ts';
import { isWorthRepeating } from './errors.ts';
import { pauseUnlessWoken, type Surroundings } from './surroundings.ts';

/**
 * Does something until it succeeds or until a repeat would be of no use.
 * @param onFailure is told of every try that is going to be repeated
 * @throws Refused that a repeat won't mend; or the signal's reason, once it is aborted
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  surroundings: Surroundings,
  signal: AbortSignal,
  onFailure: (error: unknown) => void = () => {},
): Promise<Result> {
  for (let failures = 0; ; failures += 1) {
    await pauseUnlessWoken(backOffMs(failures), surroundings, signal);
    signal.throwIfAborted();
    try {
      const result = await work();
      signal.throwIfAborted();
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (!isWorthRepeating(error)) throw error;
      onFailure(error);
    }
  }
}
