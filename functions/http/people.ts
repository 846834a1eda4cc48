import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { listPeople } from '../../lib/chat/reading.ts';
import { answer, httpRoute, queryOf, sessionOf } from '../../lib/edge/http.ts';
import { PeopleQuery } from '../../lib/protocol/rest.ts';

/** GET /api/people?prefix=…&cursor=… */
export const handler = httpRoute(async (event, invocation) => {
  await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return answer(200, await listPeople(store, queryOf(event, PeopleQuery)));
});
