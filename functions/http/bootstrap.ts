import { cookieSettings } from '../../lib/app/cookies.ts';
import { pushKey } from '../../lib/app/push-services.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { bootstrap } from '../../lib/chat/bootstrap.ts';
import { config } from '../../lib/config.ts';
import { answer, httpRoute, sessionOf } from '../../lib/edge/http.ts';

/** GET /api/bootstrap */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return answer(200, await bootstrap({ ...store, clock, random }, session, config.socketUrl, pushKey));
});
