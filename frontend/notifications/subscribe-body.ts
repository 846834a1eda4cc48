import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';

/** A subscription as the server wants to hear of it. */
export function subscribeBody(
  subscription: Pick<PushSubscription, 'endpoint' | 'toJSON'>,
  hidesContent: boolean,
): SubscribePushBody {
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {};
  return { endpoint: subscription.endpoint, keys: { p256dh, auth }, hidesContent };
}
