import { keptForWorker } from '../notifications/kept-for-worker.ts';
import { subscribeBody } from '../notifications/subscribe-body.ts';
import type { Keeping } from './keeping.ts';

interface Change {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

/**
 * The browser has ended or replaced this device's subscription: tells the server of the new one, so that notifications
 * go on while no page is open. What fails here is made good by the next page that opens.
 */
export async function subscribeAnew(
  { oldSubscription, newSubscription }: Change,
  pushManager: PushManager,
  { caches, fetch }: Pick<Keeping, 'caches' | 'fetch'>,
): Promise<void> {
  const { pushKey, hidesContent } = await keptForWorker(caches);
  // Somebody has turned them off, or logged out.
  if (pushKey === undefined) return;
  const subscription =
    newSubscription ??
    (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey }));
  const post = (path: string, body: object) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/api/subscribe-push', subscribeBody(subscription, hidesContent));
  const ended = oldSubscription?.endpoint;
  if (ended !== undefined && ended !== subscription.endpoint) {
    await post('/api/unsubscribe-push', { endpoint: ended });
  }
}
