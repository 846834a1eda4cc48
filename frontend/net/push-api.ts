import type { SubscribePushBody, UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import { requestsTo } from './requests.ts';

/** The requests about what is pushed to a device whose pages are closed. They throw `Refused` or `NoAnswer`. */
export interface PushApi {
  subscribePush(body: SubscribePushBody): Promise<void>;
  unsubscribePush(body: UnsubscribePushBody): Promise<void>;
}

/** The server of the page. */
export const pushApi: PushApi = {
  subscribePush: (body) => requestsTo().post('subscribe-push', body),
  unsubscribePush: (body) => requestsTo().post('unsubscribe-push', body),
};
