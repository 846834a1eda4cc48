import { cookieSettings } from '../../lib/app/cookies.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { changeProfile } from '../../lib/chat/accounts/change-profile.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { ChangeProfileBody } from '../../lib/protocol/profile-rest.ts';
import type { Me } from '../../lib/protocol/rest.ts';

/** POST /api/change-profile */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, ChangeProfileBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  const { log, metrics } = invocation;
  const me = await changeProfile({ ...store, push, clock, log, metrics }, session, body);
  return answer(200, { me } satisfies Me);
});
