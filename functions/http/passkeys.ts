import { accountStore } from '../../lib/app/account-store.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { clock } from '../../lib/app/system.ts';
import { listPasskeys } from '../../lib/chat/accounts/list-passkeys.ts';
import { answer, httpRoute, sessionOf } from '../../lib/edge/http.ts';

/** GET /api/passkeys */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  return answer(200, await listPasskeys({ passkeys }, session));
});
