/** What the service worker has to know of notifications, as it may run while no page is open to ask. */
export interface NotificationSettings {
  /** The language of the pages. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** In it, the title of a notification that says nothing else. */
  readonly newMessage: string;
  readonly hidesContent: boolean;
  /** The server's public key; absent while notifications are off. */
  readonly pushKey?: string;
}

const CACHE = 'notifications';
const ENTRY = '/-/notifications';

const UNTIL_TOLD: NotificationSettings = {
  tag: 'en',
  direction: 'ltr',
  newMessage: 'New message',
  hidesContent: false,
};

/** What a page has told last; in English where none has. */
export async function keptForWorker(caches: Pick<CacheStorage, 'open'>): Promise<NotificationSettings> {
  try {
    const kept = await (await caches.open(CACHE)).match(ENTRY);
    return kept ? ((await kept.json()) as NotificationSettings) : UNTIL_TOLD;
  } catch {
    return UNTIL_TOLD;
  }
}

/** Keeps it for the worker. A cache is the one place that both can get at and that needs no database. */
export async function keepForWorker(
  caches: Pick<CacheStorage, 'open'>,
  settings: NotificationSettings,
): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(ENTRY, new Response(JSON.stringify(settings)));
}

/** Leaves nothing behind. */
export async function forgetForWorker(caches: Pick<CacheStorage, 'delete'>): Promise<void> {
  await caches.delete(CACHE);
}
