import { MAX_PUSH_SUBSCRIPTIONS } from '../protocol/limits.ts';
import type { SubscribePushBody, UnsubscribePushBody } from '../protocol/push-subscription.ts';
import type { Session } from './account-ports.ts';
import type { PushSubscription } from './notification-ports.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';

/**
 * Has a device told of messages while none of its person's is connected, until the session ends. Of more than a
 * person may have, the oldest go.
 * @throws Refusal `invalid-request` for an address that is none of a browser's push service
 */
export async function subscribePush(
  chat: Pick<Chat, 'pushSubscriptions' | 'pushServices' | 'clock'>,
  { person, id: session, expiresAt }: Session,
  { endpoint, keys, hidesContent }: SubscribePushBody,
): Promise<void> {
  // The server will send requests there: to any address, if it were not for this.
  if (!chat.pushServices?.has(endpoint)) {
    throw new Refusal('invalid-request', {
      message: 'This is not the address of a push service that is known here.',
      field: 'endpoint',
    });
  }
  const now = chat.clock.now();
  const former = await chat.pushSubscriptions.of(person, now, { strong: true });
  const others = former.filter((subscription) => subscription.endpoint !== endpoint);
  await removeAll(chat, oldest(others, others.length + 1 - MAX_PUSH_SUBSCRIPTIONS));
  await chat.pushSubscriptions.add({
    person,
    endpoint,
    ...keys,
    hidesContent,
    session,
    addedAt: now,
    expiresAt,
  });
}

/** Has a device told nothing more; one that is not told anything stays so. */
export async function unsubscribePush(
  { pushSubscriptions }: Pick<Chat, 'pushSubscriptions'>,
  { person }: Session,
  { endpoint }: UnsubscribePushBody,
): Promise<void> {
  await pushSubscriptions.remove(person, endpoint);
}

/**
 * Has the devices that subscribed with one of somebody's sessions told nothing more.
 * @param isMeant of a session's id
 */
export async function endPushSubscriptions(
  chat: Pick<Chat, 'pushSubscriptions' | 'clock'>,
  person: string,
  isMeant: (session: string) => boolean,
): Promise<void> {
  const subscriptions = await chat.pushSubscriptions.of(person, chat.clock.now(), { strong: true });
  await removeAll(
    chat,
    subscriptions.filter(({ session }) => isMeant(session)),
  );
}

/** Binds the devices that subscribed with a session to the one that takes its place. */
export async function movePushSubscriptions(
  { pushSubscriptions, clock }: Pick<Chat, 'pushSubscriptions' | 'clock'>,
  former: Pick<Session, 'person' | 'id'>,
  next: Session,
): Promise<void> {
  const subscriptions = await pushSubscriptions.of(former.person, clock.now(), { strong: true });
  const moved = subscriptions
    .filter(({ session }) => session === former.id)
    .map((subscription) => ({ ...subscription, session: next.id, expiresAt: next.expiresAt }));
  await Promise.all(moved.map((subscription) => pushSubscriptions.add(subscription)));
}

async function removeAll(
  { pushSubscriptions }: Pick<Chat, 'pushSubscriptions'>,
  subscriptions: readonly PushSubscription[],
): Promise<void> {
  await Promise.all(subscriptions.map(({ person, endpoint }) => pushSubscriptions.remove(person, endpoint)));
}

function oldest(subscriptions: readonly PushSubscription[], count: number): readonly PushSubscription[] {
  return subscriptions.toSorted((one, other) => one.addedAt - other.addedAt).slice(0, Math.max(0, count));
}
