import type { Clock, Log } from '../chat/ports.ts';

/** After a reading that failed, the former value is used for this long before another try. */
const RETRY_AFTER_MS = 10_000;

/**
 * A value that is read when it is first asked for, and again when it is older than `keepMs`.
 *
 * A value once read is not lost by a later reading that fails: that one is written to the log, and tried again soon.
 * @throws whatever the first reading throws; the next call then tries again
 */
export function kept<Value>(
  { clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log: Log },
  keepMs: number,
  read: () => Promise<Value>,
): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  let readAgainAt = 0;

  return () => {
    if (value !== undefined && clock.now() < readAgainAt) return value;
    const former = value;
    readAgainAt = clock.now() + keepMs;
    const reading = read().catch((error: unknown) => {
      if (former === undefined) {
        value = undefined;
        throw error;
      }
      log.warn('value not read again', { reason: String(error) });
      readAgainAt = clock.now() + RETRY_AFTER_MS;
      return former;
    });
    value = reading;
    return reading;
  };
}
