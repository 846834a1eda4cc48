import { accountStore } from '../../lib/app/account-store.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { clock } from '../../lib/app/system.ts';
import { listSessions } from '../../lib/chat/accounts/list-sessions.ts';
import { answer, httpRoute, sessionOf } from '../../lib/edge/http.ts';

/** GET /api/sessions */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  return answer(200, await listSessions({ ...accountStore, clock }, session));
});
