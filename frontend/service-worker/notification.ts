import type { PushMessage } from '../../lib/protocol/push-message.ts';
import type { NotificationSettings } from '../notifications/kept-for-worker.ts';
import { tagOf } from '../notifications/tags.ts';
import type { WindowClient } from './worker-scope.ts';

/** A notification as the browser is asked to show it. */
export interface Shown {
  readonly title: string;
  readonly options: NotificationOptions & { readonly renotify: boolean };
}

/** What a press on it is to open. */
export interface NotificationData {
  readonly path: string;
}

type OpenPage = Pick<WindowClient, 'url' | 'focused' | 'visibilityState'>;

const HOME = '/';

/** What was pushed; nothing where it can't be read, for a browser wants to see a notification all the same. */
export function pushMessage(data: string | undefined): PushMessage {
  try {
    const message = JSON.parse(data ?? '') as Partial<Extract<PushMessage, { kind: 'message' }>>;
    const { kind, with: name, displayName, text } = message;
    const isWhole = [name, displayName, text].every((part) => typeof part === 'string' && part !== '');
    if (kind === 'message' && isWhole) return message as PushMessage;
  } catch {
    // As if it said nothing.
  }
  return { kind: 'hidden' };
}

/**
 * How to show a message that was pushed. Several of one conversation have one tag, so that the last replaces the others.
 * @returns nothing if somebody is looking at that very conversation
 */
export function notificationOf(
  message: PushMessage,
  windows: readonly OpenPage[],
  { tag: lang, direction: dir, newMessage }: NotificationSettings,
): Shown | undefined {
  const path = message.kind === 'message' ? `/c/${message.with}` : HOME;
  if (message.kind === 'message' && windows.some((page) => isLookedAt(page, path))) return undefined;
  const data: NotificationData = { path };
  const options = {
    tag: tagOf(message),
    renotify: true,
    icon: '/icon-192.png',
    badge: '/badge.png',
    lang,
    data,
  };
  return message.kind === 'message'
    ? { title: message.displayName, options: { ...options, body: message.text, dir: 'auto' } }
    : { title: newMessage, options: { ...options, dir } };
}

function isLookedAt({ url, focused, visibilityState }: OpenPage, path: string): boolean {
  return focused && visibilityState === 'visible' && new URL(url).pathname === path;
}

/** The page that best takes somebody to a path; nothing if none is open. */
export function pageFor<Page extends OpenPage>(path: string, windows: readonly Page[]): Page | undefined {
  return (
    windows.find(({ url }) => new URL(url).pathname === path) ??
    windows.find(({ focused }) => focused) ??
    windows.find(({ visibilityState }) => visibilityState === 'visible') ??
    windows[0]
  );
}
