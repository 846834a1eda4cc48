import type { PushSubscription, PushSubscriptions } from '../../chat/notification-ports.ts';

export function memoryPushSubscriptions(): PushSubscriptions {
  const subscriptions = new Map<string, PushSubscription>();
  const keyOf = (person: string, endpoint: string) => `${person}:${endpoint}`;

  return {
    async add(subscription) {
      subscriptions.set(keyOf(subscription.person, subscription.endpoint), subscription);
    },

    async remove(person, endpoint) {
      subscriptions.delete(keyOf(person, endpoint));
    },

    async of(person, now) {
      return [...subscriptions.values()].filter(
        (subscription) => subscription.person === person && subscription.expiresAt > now,
      );
    },
  };
}
