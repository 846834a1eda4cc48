import { beforeAll, describe, expect, test } from '@jest/globals';
import { register } from '../../scripts/client/account.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, PHONE } from './person.ts';

/** What may move while a page opens: Cumulative Layout Shift, of which web.dev calls 0.1 good. */
const MOST_CLS = 0.02;

/** As far away as a server is from a phone. What comes later then comes visibly later. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

const NAMES = ['alice-still', 'bob-still'] as const;

/** More than fit on a screen. */
const MESSAGES = 30;

/** What is on the screen stays where it is while the rest is on its way. */
export function holdsStill(pages: () => Pages): void {
  describe('while a page fills', () => {
    beforeAll(async () => {
      const [alice, bob] = await Promise.all(
        NAMES.map((name) => register(pages().address, { name, password: PASSWORD })),
      );
      if (!alice || !bob) throw new Error('Nobody is there.');
      const socket = await alice.openSocket();
      const messages = Array.from({ length: MESSAGES }, (_, i) => ({
        clientId: `still-${i}`,
        text: `Message ${i}`,
      }));
      for (let at = 0; at < MESSAGES; at += 10) {
        await socket.send({ to: bob.me.name, after: at, messages: messages.slice(at, at + 10) });
      }
      await socket.close();
      await accept(bob, alice.me.name);
    });

    test.each([
      ['on a phone', PHONE],
      ['on a desk', { width: 1350, height: 940 }],
    ])('a conversation does not jump %s', async (_where, viewport) => {
      const { address, browser } = pages();
      const context = await browser.newContext({ baseURL: address, viewport });
      await context.request.post('/api/log-in', {
        headers: { origin: address },
        data: { name: NAMES[1], password: PASSWORD },
      });
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      await devTools.send('Network.emulateNetworkConditions', SLOW_NETWORK);
      await page.addInitScript(sumUpShifts);
      await page.goto(`/c/${NAMES[0]}`);
      await page
        .locator('[data-text]')
        .getByText(`Message ${MESSAGES - 1}`)
        .waitFor();
      // The last to come: what acts on messages.
      await page.locator('.refused-act').waitFor({ state: 'attached' });
      await page.getByText('This is the beginning').waitFor({ state: 'attached' });
      expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(
        MOST_CLS,
      );
      await context.close();
    });
  });
}

/** Runs in the page before all else. */
function sumUpShifts(): void {
  const seen = Object.assign(window, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
