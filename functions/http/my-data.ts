import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { secondFactors } from '../../lib/app/second-factors.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { myData } from '../../lib/chat/accounts/my-data.ts';
import { answer, httpRoute, sessionOf } from '../../lib/edge/http.ts';

/** GET /api/my-data */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return answer(200, await myData({ ...store, ...secondFactors, passkeys, clock }, session));
});
