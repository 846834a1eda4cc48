import type { Chat } from '../chat/ports.ts';
import { config } from '../config.ts';
import { clientAddress } from '../edge/client-address.ts';
import type { HttpEvent } from '../edge/http.ts';
import { throttleLimits } from './throttle-limits.ts';

/** What a use case needs, besides the store, to count what is tried. */
export function throttling(event: HttpEvent): Pick<Chat, 'throttleLimits' | 'caller'> {
  return { throttleLimits, caller: { address: clientAddress(event, config.cdnSecret) } };
}
