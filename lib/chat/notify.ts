import type { MessageEntry } from '../protocol/entries.ts';
import type { PushMessage } from '../protocol/push-message.ts';
import { isBlocking } from './blocks.ts';
import type { PushOutcome } from './connection-ports.ts';
import type { Notifier, PushSubscription } from './notification-ports.ts';
import type { Chat, Metric } from './ports.ts';
import type { KeptSide } from './side-ports.ts';

/**
 * As much of a text as a notification shows. JSON takes six bytes at most for each, so that all of the message has less
 * than the 4,096 bytes of which a push service takes no more.
 */
const MAX_SHOWN_CHARACTERS = 500;

const HIDDEN: PushMessage = { kind: 'hidden' };

const COUNTED_AS: Readonly<Record<PushOutcome, Metric>> = {
  delivered: 'NotificationsDelivered',
  gone: 'NotificationsGone',
  failed: 'NotificationsFailed',
};

/**
 * Tells somebody, on each device that has asked for it, of an entry that none of their sockets has taken.
 *
 * Ends when every push service has answered or was given up on; nothing that goes wrong fails the send. A
 * subscription that is gone is forgotten.
 */
export async function notify(
  chat: Pick<Chat, 'people' | 'peers' | 'pushSubscriptions' | 'notifier' | 'clock' | 'log' | 'metrics'>,
  to: string,
  entry: MessageEntry,
): Promise<void> {
  const { notifier, log } = chat;
  if (!notifier) return;
  try {
    const subscriptions = await chat.pushSubscriptions.of(to, chat.clock.now());
    if (subscriptions.length === 0) return;
    const [side] = await chat.peers.sides([{ person: to, peer: entry.from }]);
    if (side && isQuiet(side, chat.clock.now())) return;
    // What a stranger writes is for the one to see who looks at the requests, not for a locked screen.
    const message = side?.request ? HIDDEN : await messageFor(chat, subscriptions, entry);
    const tellings = subscriptions.map((device) => tell(chat, notifier, device, message, entry.from));
    for (const telling of await Promise.allSettled(tellings)) {
      if (telling.status === 'rejected') throw telling.reason;
    }
  } catch (error) {
    log.warn('not notified, or a subscription that is gone not forgotten', {
      person: to,
      reason: String(error),
    });
  }
}

/** Whether somebody does not want to be told of what the peer writes. */
function isQuiet(side: KeptSide, now: number): boolean {
  return (side.mutedUntil ?? 0) > now || isBlocking(side);
}

async function tell(
  { pushSubscriptions, log, metrics }: Pick<Chat, 'pushSubscriptions' | 'log' | 'metrics'>,
  notifier: Notifier,
  device: PushSubscription,
  message: PushMessage,
  topic: string,
): Promise<void> {
  const { person, endpoint } = device;
  const outcome = await notifier.notify(device, device.hidesContent ? HIDDEN : message, topic);
  metrics.add(COUNTED_AS[outcome], 1);
  // Not the endpoint: whoever knows it can have the device told something.
  if (outcome === 'failed') log.warn('notification failed', { person, service: new URL(endpoint).host });
  if (outcome === 'gone') await pushSubscriptions.remove(person, endpoint);
}

/** Who wrote is looked up only if somebody is shown it. */
async function messageFor(
  { people }: Pick<Chat, 'people'>,
  devices: readonly PushSubscription[],
  { from, text }: MessageEntry,
): Promise<PushMessage> {
  if (devices.every(({ hidesContent }) => hidesContent)) return HIDDEN;
  const [sender] = await people.findAll([from]);
  return { kind: 'message', with: from, displayName: sender?.displayName ?? from, text: beginningOf(text) };
}

function beginningOf(text: string): string {
  const characters = [...text];
  if (characters.length <= MAX_SHOWN_CHARACTERS) return text;
  return `${characters.slice(0, MAX_SHOWN_CHARACTERS - 1).join('')}…`;
}
