import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Bootstrap } from '../../lib/protocol/rest.ts';
import type { Pages } from './on-one-system.ts';
import { Person } from './person.ts';

/** A point of P-256, of which nobody has the secret. */
const PUSH_KEY = `B${'A'.repeat(86)}`;

const ENDPOINT = 'https://push.example/alice';

/** How somebody has this device tell of messages, or not; with a push service and a server's answers that are made up. */
export function setsNotifications(pages: () => Pages): void {
  describe('alice, in the settings,', () => {
    let alice: Person;
    let told: [request: string, body: unknown][];

    const arrives = async (permission: NotificationPermission) => {
      alice = await Person.atBrowser(pages().browser, `alice-${unique()}`, pages().address);
      await alice.page.addInitScript(standInForPushService, { permission, endpoint: ENDPOINT });
      await offerPushes(alice.page);
      for (const request of ['subscribe-push', 'unsubscribe-push']) {
        await alice.page.route(`**/api/${request}`, (route) => {
          told.push([request, route.request().postDataJSON()]);
          return route.fulfill({ status: 204 });
        });
      }
      await alice.signUp('Alice');
      await alice.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await alice.page.goto('/settings');
    };

    beforeEach(() => {
      told = [];
    });
    afterEach(() => alice.leave());

    test('turns notifications on, hides what they say, finds them so after a reload, and turns them off', async () => {
      await arrives('granted');
      const { page } = alice;
      await page.getByRole('button', { name: 'Turn on notifications' }).click();
      await page.getByText('You get a notification on this device').waitFor();
      expect(told).toEqual([
        ['subscribe-push', expect.objectContaining({ endpoint: ENDPOINT, hidesContent: false })],
      ]);

      const isTold = page.waitForResponse('**/api/subscribe-push');
      await page.getByLabel('Hide what is written').check();
      await isTold;
      expect(told[1]).toMatchObject(['subscribe-push', { endpoint: ENDPOINT, hidesContent: true }]);
      await page.reload();
      await page.getByText('You get a notification on this device').waitFor();
      expect(await page.getByLabel('Hide what is written').isChecked()).toBe(true);
      expect(told).toHaveLength(2);

      const isEnded = page.waitForResponse('**/api/unsubscribe-push');
      await page.getByRole('button', { name: 'Turn off notifications' }).click();
      await page.getByText('You get no notifications on this device').waitFor();
      await isEnded;
      expect(told[2]).toEqual(['unsubscribe-push', { endpoint: ENDPOINT }]);
    });

    test('is told how to allow what she has forbidden', async () => {
      await arrives('denied');
      await alice.page.getByText('This browser was told not to show notifications').waitFor();
      await alice.page.getByText('To allow them').waitFor();
      expect(await alice.page.getByRole('button', { name: 'Turn on notifications' }).count()).toBe(0);
    });

    test('leaves nothing behind when she logs out', async () => {
      await arrives('granted');
      const { page } = alice;
      await page.getByRole('button', { name: 'Turn on notifications' }).click();
      await page.getByText('You get a notification on this device').waitFor();
      await page.getByRole('region', { name: 'Account' }).getByRole('button', { name: 'Log out' }).click();
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      await page.waitForFunction(
        async () => localStorage.getItem('notifications') === null && !(await caches.has('notifications')),
      );
      expect(await page.evaluate(() => sessionStorage.getItem('subscription'))).toBeNull();
    });
  });
}

/** The server's answer, with a key for pushes in it. */
export async function offerPushes(page: Page): Promise<void> {
  await page.route('**/api/bootstrap', async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    const bootstrap = (await response.json()) as Bootstrap;
    await route.fulfill({ response, json: { ...bootstrap, pushKey: PUSH_KEY } });
  });
}

/** Runs in the page before all else: a headless browser asks nobody, and has no push service. */
export function standInForPushService(given: { permission: NotificationPermission; endpoint: string }): void {
  const KEPT = 'subscription';
  const subscription = () => {
    const pushKey = sessionStorage.getItem(KEPT);
    if (pushKey === null) return null;
    const key = atob(pushKey.replaceAll('-', '+').replaceAll('_', '/'));
    return {
      endpoint: given.endpoint,
      options: { applicationServerKey: Uint8Array.from(key, (it) => it.charCodeAt(0)).buffer },
      toJSON: () => ({ keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) } }),
      unsubscribe: async () => sessionStorage.removeItem(KEPT),
    };
  };
  Object.defineProperty(Notification, 'permission', { get: () => given.permission });
  Object.assign(Notification, { requestPermission: async () => given.permission });
  Object.assign(PushManager.prototype, {
    getSubscription: async () => subscription(),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
      sessionStorage.setItem(KEPT, applicationServerKey);
      return subscription();
    },
  });
}

function unique(): string {
  return Math.random().toString(36).slice(2, 8);
}
