import { describe, expect, test } from '@jest/globals';
import { keepForWorker, keptForWorker } from '../../frontend/notifications/kept-for-worker.ts';
import { notificationOf, pageFor, pushMessage } from '../../frontend/service-worker/notification.ts';
import { subscribeAnew } from '../../frontend/service-worker/subscribe-anew.ts';
import type { PushMessage } from '../../lib/protocol/push-message.ts';
import { MemoryCaches } from './memory-caches.ts';

const ORIGIN = 'https://chat.example';
const ENGLISH = { tag: 'en', direction: 'ltr', newMessage: 'New message', hidesContent: false } as const;

const fromBob = (text: string): PushMessage => ({
  kind: 'message',
  with: 'bob',
  displayName: 'Bob Hale',
  text,
});

const window = (
  path: string,
  { focused = false, visibilityState = 'visible' as DocumentVisibilityState } = {},
) => ({
  url: `${ORIGIN}${path}`,
  focused,
  visibilityState,
});

describe('a message that is pushed', () => {
  test('is shown with its sender and its text, and leads to the conversation', () => {
    expect(notificationOf(fromBob('Are you there?'), [], ENGLISH)).toMatchObject({
      title: 'Bob Hale',
      options: { body: 'Are you there?', dir: 'auto', data: { path: '/c/bob' } },
    });
  });

  test('takes the place of the one before from the same person, and is noticed again', () => {
    const [one, two] = ['one', 'two'].map((text) => notificationOf(fromBob(text), [], ENGLISH)?.options);
    const fromCarol = notificationOf({ ...fromBob('three'), with: 'carol' } as PushMessage, [], ENGLISH);
    expect(one?.tag).toBe(two?.tag);
    expect(two?.renotify).toBe(true);
    expect(fromCarol?.options.tag).not.toBe(one?.tag);
  });

  test('is not shown to somebody who looks at that very conversation', () => {
    expect(notificationOf(fromBob('hi'), [window('/c/bob', { focused: true })], ENGLISH)).toBeUndefined();
  });

  test.each([
    ['is open behind another window', [window('/c/bob')]],
    ['is in a tab that is hidden', [window('/c/bob', { focused: true, visibilityState: 'hidden' })]],
    ['is not the one that is open', [window('/c/carol', { focused: true })]],
  ])('is shown where the conversation %s', (_, windows) => {
    expect(notificationOf(fromBob('hi'), windows, ENGLISH)).toBeDefined();
  });

  test('whose content is hidden says only that there is one, in the language of the pages', () => {
    const arabic = { ...ENGLISH, tag: 'ar', direction: 'rtl', newMessage: 'رسالة جديدة' } as const;
    const shown = notificationOf({ kind: 'hidden' }, [window('/', { focused: true })], arabic);
    expect(shown).toMatchObject({
      title: 'رسالة جديدة',
      options: { lang: 'ar', dir: 'rtl', data: { path: '/' } },
    });
    expect(shown?.options.body).toBeUndefined();
  });

  test.each([undefined, '', 'no JSON', '{}', 'null', '{"kind":"message","with":"bob"}', '{"kind":"later"}'])(
    'and that can’t be read (%j) is shown as one that is hidden',
    (data) => {
      expect(pushMessage(data)).toEqual({ kind: 'hidden' });
    },
  );

  test('is read as it was sent', () => {
    expect(pushMessage(JSON.stringify(fromBob('hi')))).toEqual(fromBob('hi'));
  });
});

describe('a press on a notification leads to', () => {
  const [hidden, visible] = [window('/', { visibilityState: 'hidden' }), window('/settings')];
  const focused = window('/c/carol', { focused: true });

  test('the page that shows the conversation already', () => {
    const open = window('/c/bob', { visibilityState: 'hidden' });
    expect(pageFor('/c/bob', [hidden, focused, open])).toBe(open);
  });

  test('or else the page that was used last', () => {
    expect(pageFor('/c/bob', [hidden, visible, focused])).toBe(focused);
    expect(pageFor('/c/bob', [hidden, visible])).toBe(visible);
    expect(pageFor('/c/bob', [hidden])).toBe(hidden);
  });

  test('or else to a page that has to be opened', () => {
    expect(pageFor('/c/bob', [])).toBeUndefined();
  });
});

describe('when the browser replaces a subscription', () => {
  const subscription = (endpoint: string) =>
    ({ endpoint, toJSON: () => ({ keys: { p256dh: 'p', auth: 'a' } }) }) as unknown as PushSubscription;

  async function replace(caches: MemoryCaches, newSubscription?: PushSubscription) {
    const told: [path: string, body: unknown][] = [];
    const keys: unknown[] = [];
    const pushManager = {
      subscribe: async ({ applicationServerKey }: PushSubscriptionOptionsInit) => {
        keys.push(applicationServerKey);
        return subscription('https://push.example/made');
      },
    } as unknown as PushManager;
    const post = async (path: string, { body }: RequestInit) => {
      told.push([path, JSON.parse(body as string)]);
      return new Response(null, { status: 204 });
    };
    await subscribeAnew(
      {
        oldSubscription: subscription('https://push.example/old'),
        ...(newSubscription && { newSubscription }),
      },
      pushManager,
      { caches, fetch: post as typeof fetch },
    );
    return { told, keys };
  }

  test('the server is told of the new one and that the old one has ended', async () => {
    const caches = new MemoryCaches();
    await keepForWorker(caches, { ...ENGLISH, hidesContent: true, pushKey: 'key' });
    const { told } = await replace(caches, subscription('https://push.example/new'));
    expect(told).toEqual([
      [
        '/api/subscribe-push',
        { endpoint: 'https://push.example/new', keys: { p256dh: 'p', auth: 'a' }, hidesContent: true },
      ],
      ['/api/unsubscribe-push', { endpoint: 'https://push.example/old' }],
    ]);
  });

  test('without giving one, another is asked for', async () => {
    const caches = new MemoryCaches();
    await keepForWorker(caches, { ...ENGLISH, pushKey: 'key' });
    const { told, keys } = await replace(caches);
    expect(keys).toEqual(['key']);
    expect(told[0]).toMatchObject(['/api/subscribe-push', { endpoint: 'https://push.example/made' }]);
  });

  test('nothing is done for somebody who has turned them off', async () => {
    const { told, keys } = await replace(new MemoryCaches());
    expect([told, keys]).toEqual([[], []]);
  });
});

test('a worker that was told nothing speaks English', async () => {
  expect(await keptForWorker(new MemoryCaches())).toEqual(ENGLISH);
});
