import { whenIdle } from '../parts/when-idle.ts';
import type { Store } from '../state/store.ts';

/** Has the notifications of this device follow the session, as soon as the page has nothing else to do. */
export function keepNotificationsLater(store: Store): void {
  whenIdle(async () => {
    try {
      const [{ keepNotifications }, { notifications }] = await Promise.all([
        import('./keep-notifications.ts'),
        import('./this-device.ts'),
      ]);
      keepNotifications(store, notifications);
    } catch {
      // The next start has it.
    }
  });
}
