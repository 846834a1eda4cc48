import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { readEntries } from '../../lib/chat/reading.ts';
import { answer, httpRoute, queryOf, sessionOf } from '../../lib/edge/http.ts';
import { EntriesQuery } from '../../lib/protocol/rest.ts';

/** GET /api/entries?with=…&after=… or &before=… */
export const handler = httpRoute(async (event, invocation) => {
  const { person } = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return answer(200, await readEntries(store, person, queryOf(event, EntriesQuery)));
});
