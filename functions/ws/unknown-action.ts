import * as v from 'valibot';
import { Refusal } from '../../lib/chat/refusal.ts';
import { frameRoute } from '../../lib/edge/socket.ts';

/** $default: whatever is not JSON or has no route */
export const handler = frameRoute(v.unknown(), () => {
  throw new Refusal('unknown-action');
});
