import type { SubscribePushBody, UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import { postTo } from './api.ts';

/** The requests about what is pushed to a device whose pages are closed. They throw `Refused` or `NoAnswer`. */
export interface PushApi {
  subscribePush(body: SubscribePushBody): Promise<void>;
  unsubscribePush(body: UnsubscribePushBody): Promise<void>;
}

/** The server of the page. */
export const pushApi: PushApi = {
  subscribePush: (body) => postTo('/api/subscribe-push', body),
  unsubscribePush: (body) => postTo('/api/unsubscribe-push', body),
};
