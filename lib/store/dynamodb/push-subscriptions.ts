import { createHash } from 'node:crypto';
import type { PushSubscription, PushSubscriptions } from '../../chat/notification-ports.ts';
import type { Row, Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

const PREFIX = 'push#';

/** Beside their person's sessions. An endpoint may be longer than a key, so the row is known by its hash. */
export function dynamodbPushSubscriptions(people: Table): PushSubscriptions {
  const keyOf = (person: string, endpoint: string) => {
    const hash = createHash('sha256').update(endpoint).digest('base64url');
    return { person, record: `${PREFIX}${hash}` };
  };

  return {
    async add({ person, ...subscription }) {
      await people.put({
        ...keyOf(person, subscription.endpoint),
        ...subscription,
        ...timeToLive(subscription.expiresAt),
      });
    },

    async remove(person, endpoint) {
      await people.remove(keyOf(person, endpoint));
    },

    async of(person, now, { strong } = { strong: false }) {
      const { rows } = await people.query({
        KeyConditionExpression: 'person = :person AND begins_with(#record, :push)',
        FilterExpression: 'expiresAt > :now',
        ExpressionAttributeNames: { '#record': 'record' },
        values: { ':person': person, ':push': PREFIX, ':now': now },
        ConsistentRead: strong,
      });
      return rows.map(toSubscription);
    },
  };
}

function toSubscription({ record: _, ttl: __, ...subscription }: Row): PushSubscription {
  return subscription as unknown as PushSubscription;
}
