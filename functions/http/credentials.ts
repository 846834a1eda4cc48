import { accountStore } from '../../lib/app/account-store.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { secondFactors } from '../../lib/app/second-factors.ts';
import { clock } from '../../lib/app/system.ts';
import { credentialsOf } from '../../lib/chat/accounts/credentials.ts';
import { answer, httpRoute, sessionOf } from '../../lib/edge/http.ts';

/** GET /api/credentials */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  return answer(200, await credentialsOf(secondFactors, session.person));
});
