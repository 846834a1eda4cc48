import { describe, expect, test } from '@jest/globals';
import type { PushSubscription } from '../../../lib/chat/notification-ports.ts';
import type { Store } from '../../../lib/chat/ports.ts';
import { fresh } from '../../support/fresh.ts';
import { NOON } from '../../support/hand-moved-clock.ts';
import { NAMES_OF_PROPERTIES } from '../../support/people.ts';
import { sessionOf } from '../../support/sessions.ts';

const BEFORE_ITS_END = NOON - 1;

/** The subscription of a person's device, which ends at noon. */
function subscriptionOf(person: string, device = 'phone'): PushSubscription {
  return {
    person,
    endpoint: `https://push.example/${device}`,
    p256dh: 'the public key of a device',
    auth: 'its secret',
    hidesContent: false,
    session: 's1',
    addedAt: NOON - 1_000,
    expiresAt: NOON,
  };
}

export function pushSubscriptionsContract(store: () => Store): void {
  const subscriptions = () => store().pushSubscriptions;
  const endpointsOf = async (person: string) =>
    (await subscriptions().of(person, BEFORE_ITS_END, { strong: true }))
      .map(({ endpoint }) => endpoint)
      .sort();

  describe('a push subscription', () => {
    test('is found as added, with the others of its person', async () => {
      const person = fresh('alice');
      const [phone, laptop] = [subscriptionOf(person, 'phone'), subscriptionOf(person, 'laptop')];
      for (const subscription of [phone, laptop]) await subscriptions().add(subscription);
      const found = await subscriptions().of(person, BEFORE_ITS_END);
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([phone, laptop]));
    });

    test('takes the place of the former one with the same endpoint', async () => {
      const former = subscriptionOf(fresh('alice'));
      const renewed = { ...former, hidesContent: true, session: 's2', addedAt: NOON - 10 };
      for (const subscription of [former, renewed]) await subscriptions().add(subscription);
      expect(await subscriptions().of(former.person, BEFORE_ITS_END, { strong: true })).toEqual([renewed]);
    });

    test('is not found once it was removed, and the others still are', async () => {
      const person = fresh('alice');
      for (const device of ['phone', 'laptop']) await subscriptions().add(subscriptionOf(person, device));
      const { endpoint } = subscriptionOf(person, 'phone');
      await subscriptions().remove(person, endpoint);
      await subscriptions().remove(person, endpoint);
      expect(await endpointsOf(person)).toEqual(['https://push.example/laptop']);
    });

    test.each([NOON, NOON + 1])('that expires at noon is not found any more at %i', async (now) => {
      const subscription = subscriptionOf(fresh('alice'));
      await subscriptions().add(subscription);
      expect(await subscriptions().of(subscription.person, now)).toEqual([]);
    });

    test('is nobody’s but its person’s, and removed by nobody else who knows its endpoint', async () => {
      const [alice, mallory] = [subscriptionOf(fresh('alice')), fresh('mallory')];
      await subscriptions().add(alice);
      await subscriptions().remove(mallory, alice.endpoint);
      expect(await endpointsOf(mallory)).toEqual([]);
      expect(await endpointsOf(alice.person)).toEqual([alice.endpoint]);
    });

    test('may have an endpoint of a thousand characters', async () => {
      const person = fresh('alice');
      const long = subscriptionOf(person, 'x'.repeat(979));
      await subscriptions().add(long);
      expect(long.endpoint).toHaveLength(1_000);
      expect(await endpointsOf(person)).toEqual([long.endpoint]);
    });

    test('is not mistaken for a session, a profile or a conversation of its person', async () => {
      const person = fresh('alice');
      await store().people.add({ name: person, displayName: 'Alice', passwordHash: 'x', createdAt: 1 });
      await store().sessions.add(sessionOf(person, 's1'));
      await store().peers.touch(person, 'bob', NOON);
      expect(await endpointsOf(person)).toEqual([]);
      await subscriptions().add(subscriptionOf(person));
      expect(await store().peers.list(person, { limit: 10 })).toEqual({
        items: [{ peer: 'bob', activeAt: NOON }],
      });
    });

    test.each(NAMES_OF_PROPERTIES)('may be that of %s', async (name) => {
      expect(await endpointsOf(name)).toEqual([]);
      await subscriptions().add(subscriptionOf(name));
      expect(await endpointsOf(name)).toHaveLength(1);
    });
  });
}
