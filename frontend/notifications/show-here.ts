import type { PushMessage } from '../../lib/protocol/push-message.ts';
import { notificationOf } from '../service-worker/notification.ts';
import { settingsTexts } from '../settings/settings-texts.ts';
import { language } from '../texts/language.ts';
import { notifications } from './this-device.ts';

/** Shows a notification for a page that is hidden, as the service worker would for one that is closed. */
export async function showHere(message: PushMessage & { kind: 'message' }): Promise<void> {
  const { status, hidesContent } = notifications.state();
  if (status !== 'on') return;
  const { tag, direction } = language();
  const { newMessage } = settingsTexts(tag).notifications;
  const said: PushMessage = hidesContent ? { kind: 'hidden' } : message;
  const shown = notificationOf(said, [], { tag, direction, newMessage, hidesContent });
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    if (shown) await registration?.showNotification(shown.title, shown.options);
  } catch {
    // The browser has been told otherwise meanwhile; the page's title tells of it, too.
  }
}
