/** A subscription at the browser's push service. */
export type DeviceSubscription = Pick<PushSubscription, 'endpoint' | 'options' | 'toJSON' | 'unsubscribe'>;

/** What the browser can do about notifications, and what it has been told to. */
export interface PushDevice {
  isSupported(): boolean;
  permission(): NotificationPermission;
  /** Has the browser ask; only upon something that the person has done. */
  askPermission(): Promise<NotificationPermission>;
  subscription(): Promise<DeviceSubscription | null>;
  /** @throws if the push service can't be reached, or if there is no service worker */
  subscribe(pushKey: string): Promise<DeviceSubscription>;
  /** Calls back when the person may have changed their mind, in the browser's own settings or in another tab. */
  onChange(listener: () => void): void;
  /** Takes away those that are shown and have such a tag. */
  closeShown(isMeant: (tag: string) => boolean): Promise<void>;
}

/** The browser that the page is in. */
export const browserDevice: PushDevice = {
  isSupported: () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  permission: () => Notification.permission,
  askPermission: () => Notification.requestPermission(),
  async subscription() {
    const registration = await navigator.serviceWorker.getRegistration();
    return (await registration?.pushManager.getSubscription()) ?? null;
  },
  async subscribe(pushKey) {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) throw new Error('There is no service worker.');
    return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  },
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    window.addEventListener('storage', listener);
  },
  async closeShown(isMeant) {
    const registration = await navigator.serviceWorker.getRegistration();
    for (const shown of (await registration?.getNotifications()) ?? []) {
      if (isMeant(shown.tag)) shown.close();
    }
  },
};

/** Whether a subscription is for this server's key; one made for another can't be used. */
export function isFor(pushKey: string, { options }: DeviceSubscription): boolean {
  const key = options.applicationServerKey;
  return key !== null && base64url(new Uint8Array(key)) === pushKey;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
