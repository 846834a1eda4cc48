import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { type Account, register } from '../../scripts/client/account.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, PHONE } from './person.ts';

/** Longer than it takes until a finger that rests is meant. */
const HELD_MS = 700;

/** What a finger does on a phone, by the browser's own events. */
export function byTouch(pages: () => Pages): void {
  describe('a finger', () => {
    let context: BrowserContext;
    let page: Page;
    let fingers: CDPSession;

    beforeAll(async () => {
      const { address, browser } = pages();
      const [alice, bob] = (await Promise.all(
        ['alice-touch', 'bob-touch'].map((name) => register(address, { name, password: PASSWORD })),
      )) as [Account, Account];
      const socket = await alice.openSocket();
      await socket.send({ to: bob.me.name, after: 0, messages: [{ clientId: 'c', text: 'Hold me' }] });
      await socket.close();
      context = await browser.newContext({
        baseURL: address,
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
      });
      page = await context.newPage();
      fingers = await context.newCDPSession(page);
      await page.goto('/login');
      await page.getByLabel('Name', { exact: true }).fill(alice.me.name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in', exact: true }).tap();
      await page.getByRole('link', { name: 'Settings' }).waitFor();
      await page.goto(`/c/${bob.me.name}`);
      // What acts on messages is loaded a moment after the conversation is shown.
      await page.locator('.refused-act').waitFor({ state: 'attached' });
    });
    afterAll(() => context?.close());

    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => fingers.send('Input.dispatchTouchEvent', { type, touchPoints });
    const message = () => page.locator('[data-text]').getByText('Hold me');
    const menu = () => page.getByRole('menu');

    test('that moves on a message scrolls, and opens nothing', async () => {
      const { x, y } = await middleOf(message());
      await touch('touchStart', { x, y });
      await touch('touchMove', { x, y: y + 40 });
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), HELD_MS);
      expect(await menu().count()).toBe(0);
      await touch('touchEnd');
    });

    test('that rests on a message opens its menu, which stays when the finger is lifted, and can be tapped', async () => {
      await touch('touchStart', await middleOf(message()));
      await menu().waitFor();
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), HELD_MS);
      await touch('touchEnd');
      await menu().getByRole('menuitem', { name: 'Reply', exact: true }).tap();
      await page.locator('.composing-strip').getByText('Hold me').waitFor();
    });
  });
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
