import { cookieSettings } from '../../lib/app/cookies.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { PreferencesBody } from '../../lib/protocol/rest.ts';

/** POST /api/preferences */
export const handler = httpRoute(async (event, invocation) => {
  const preferences = bodyOf(event, PreferencesBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  const { log, metrics } = invocation;
  await changePreferences({ ...store, push, clock, log, metrics }, session, preferences);
  return answer(204);
});
