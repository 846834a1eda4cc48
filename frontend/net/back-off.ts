const FIRST_BOUND_MS = 500;
/** What was down is used again by everybody within 5 s of its coming back; for as long as it is down, each tries every 2 s. */
const LAST_BOUND_MS = 4_000;

/**
 * How long to wait before a try: not at all before the first, then a random time below a bound that doubles. The
 * randomness ("full jitter") keeps all clients of a server that restarts from coming back in one instant.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOffMs(failures: number, random = Math.random): number {
  if (failures === 0) return 0;
  return random() * Math.min(LAST_BOUND_MS, FIRST_BOUND_MS * 2 ** (failures - 1));
}
