import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { unsubscribePush } from '../../lib/chat/push-subscriptions.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';

/** POST /api/unsubscribe-push */
export const handler = httpRoute(async (event, invocation) => {
  const subscription = bodyOf(event, UnsubscribePushBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  await unsubscribePush(store, session, subscription);
  return answer(204);
});
