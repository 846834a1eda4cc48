import { cookieSettings } from '../../lib/app/cookies.ts';
import { pushServices } from '../../lib/app/push-services.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { subscribePush } from '../../lib/chat/push-subscriptions.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';

/** POST /api/subscribe-push */
export const handler = httpRoute(async (event, invocation) => {
  const subscription = bodyOf(event, SubscribePushBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  await subscribePush({ ...store, pushServices, clock }, session, subscription);
  return answer(204);
});
