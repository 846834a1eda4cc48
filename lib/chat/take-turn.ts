import type { ErrorCode } from '../protocol/errors.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { Poured, Rate } from './throttle-ports.ts';

/**
 * Counts one more of what a rate bounds.
 * @throws Refusal with the code, and when there is room for one more
 */
export async function takeTurn(
  { throttle, clock }: Pick<Chat, 'throttle' | 'clock'>,
  key: string,
  { eachMs, capacityMs }: Rate,
  code: ErrorCode,
): Promise<void> {
  const now = clock.now();
  const poured = await throttle.pour(key, eachMs, now, capacityMs);
  if (!poured.hasRoom)
    throw new Refusal(code, { retryAfterMs: roomAt(poured, { eachMs, capacityMs }) - now });
}

/** When a full bucket has room for one more: ms since 1970. */
export function roomAt({ emptyAt }: Pick<Poured, 'emptyAt'>, { eachMs, capacityMs }: Rate): number {
  return emptyAt - capacityMs + eachMs;
}
