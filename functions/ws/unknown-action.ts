import * as v from 'valibot';
import { Refusal } from '../../lib/chat/refusal.ts';
import { frameRoute, letAllThrough } from '../../lib/edge/socket.ts';

/** $default: whatever is not JSON or has no route */
export const handler = frameRoute(letAllThrough, v.unknown(), () => {
  throw new Refusal('unknown-action');
});
