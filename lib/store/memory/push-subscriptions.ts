import type { PushSubscription, PushSubscriptions } from '../../chat/notification-ports.ts';
import type { Forgetful } from './erasure.ts';

export function memoryPushSubscriptions(): PushSubscriptions & Forgetful {
  const subscriptions = new Map<string, PushSubscription>();
  const keyOf = (person: string, endpoint: string) => `${person}:${endpoint}`;

  return {
    async add(subscription) {
      subscriptions.set(keyOf(subscription.person, subscription.endpoint), subscription);
    },

    async remove(person, endpoint) {
      subscriptions.delete(keyOf(person, endpoint));
    },

    forget(person) {
      for (const [key, it] of subscriptions) if (it.person === person) subscriptions.delete(key);
    },

    async of(person, now) {
      return [...subscriptions.values()].filter(
        (subscription) => subscription.person === person && subscription.expiresAt > now,
      );
    },
  };
}
