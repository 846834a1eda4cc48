/**
 * The attribute by which DynamoDB removes a row by itself, in seconds since 1970. It may do so days late, so what
 * is read is always compared with the clock, too.
 */
export function timeToLive(endsAtMs: number): { ttl: number } {
  return { ttl: Math.ceil(endsAtMs / 1_000) };
}
