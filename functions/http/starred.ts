import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { listStarred } from '../../lib/chat/starred.ts';
import { answer, httpRoute, queryOf, sessionOf } from '../../lib/edge/http.ts';
import { StarredQuery } from '../../lib/protocol/rest.ts';

/** GET /api/starred */
export const handler = httpRoute(async (event, invocation) => {
  const { person } = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return answer(200, await listStarred(store, person, queryOf(event, StarredQuery)));
});
