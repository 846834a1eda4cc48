import { Refusal } from '../../lib/chat/refusal.ts';
import { httpRoute } from '../../lib/edge/http.ts';

/** Any other method and path */
export const handler = httpRoute(async () => {
  throw new Refusal('not-found');
});
