import { accountStore } from '../../lib/app/account-store.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { clock } from '../../lib/app/system.ts';
import { unsubscribePush } from '../../lib/chat/push-subscriptions.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';

/** POST /api/unsubscribe-push */
export const handler = httpRoute(async (event, invocation) => {
  const subscription = bodyOf(event, UnsubscribePushBody);
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  await unsubscribePush(accountStore, session, subscription);
  return answer(204);
});
