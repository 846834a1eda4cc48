import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { Pages } from './on-one-system.ts';
import { PublishedSite } from './published-site.ts';

const WAY_OUT = new URL('../../frontend/service-worker/way-out.js', import.meta.url);

/** What a page says when it has started, also where nobody can be asked who is signed in. */
const STARTED = /Log in|Not connected/;

/** What becomes of the pages that a browser keeps, and of the versions that follow one another. */
export function isInstalled(pages: () => Pages): void {
  describe('the app, once it was opened,', () => {
    let site: PublishedSite;
    let alice: BrowserContext;

    beforeEach(async () => {
      site = await PublishedSite.start();
      alice = await pages().browser.newContext({ baseURL: site.address });
    });
    afterEach(async () => {
      await alice.close();
      await site.remove();
    });

    const opens = async (path = '/login'): Promise<Page> => {
      const page = await alice.newPage();
      await page.goto(path);
      await started(page);
      return page;
    };
    /** Opens a page that the worker has taken charge of. */
    const opensForGood = async (): Promise<Page> => {
      const page = await opens();
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      return page;
    };

    test('can be installed: browsers find nothing wrong with its manifest, nor with the rest', async () => {
      const page = await opensForGood();
      const browser = await alice.newCDPSession(page);
      const { url, errors } = await browser.send('Page.getAppManifest');
      expect([url, errors]).toEqual([`${site.address}/manifest.webmanifest`, []]);
      const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
      const icons = ['/icon-192.png', '/icon-512.png', '/icon-maskable-512.png', '/apple-touch-icon.png'];
      for (const icon of icons) expect((await page.request.get(icon)).ok()).toBe(true);
    });

    test('opens without a network, whatever the page', async () => {
      const page = await opensForGood();
      await alice.setOffline(true);
      await site.stop();
      await page.reload();
      await started(page);
      await page.goto('/c/bob');
      await started(page);
    });

    test('says quietly that a new version is there, and takes it when alice wants it', async () => {
      const page = await opensForGood();
      await page.getByLabel('Name', { exact: true }).fill('alice');
      site.publish('two');
      await looksForNewVersion(page);
      await page.getByText('A new version is there.').waitFor();
      expect(await versionOf(page)).not.toBe('two');
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('alice');

      await page.getByRole('button', { name: 'Reload' }).click();
      await becomes(page, 'two');
      await started(page);
      expect(await page.getByText('A new version is there.').count()).toBe(0);
    });

    test('takes a new version by itself where that disturbs nobody', async () => {
      const page = await opensForGood();
      site.publish('two');
      await looksForNewVersion(page);
      await becomes(page, 'two');
      await started(page);
    });

    test('starts with the new version at the next start, at the latest', async () => {
      await (await opensForGood()).close();
      site.publish('two');
      const page = await opens();
      await becomes(page, 'two');
    });

    test('goes on in one tab with the old version, of which nothing is missing, while another has the new one', async () => {
      const [busy, other] = [await opensForGood(), await opensForGood()];
      const oldEntry = site.entry();
      const oldVersion = site.version();
      await busy.getByLabel('Name', { exact: true }).fill('alice');
      site.publish('two');
      await looksForNewVersion(other);
      await becomes(other, 'two');
      await busy.getByText('A new version is there.').waitFor();
      expect((await alice.request.get(oldEntry)).status()).toBe(404);
      expect(await busy.evaluate(async (path) => (await fetch(path)).status, oldEntry)).toBe(200);

      await busy.close();
      await other.reload();
      await started(other);
      await other.waitForFunction(async (name) => !(await caches.has(name)), `pages-${oldVersion}`);
      expect(await other.evaluate(() => caches.has('pages-two'))).toBe(true);
    });

    test('is not harmed by a version that was put in place by halves', async () => {
      const page = await opensForGood();
      const version = site.version();
      site.publish('two', (html) => html.replace('<title>', '<title>Half '));
      site.publishWorker('this is no program');
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
      await page.reload();
      await started(page);
      expect(await versionOf(page)).toBe(version);
    });

    test('gets out of a version that does not start as soon as there is another', async () => {
      const page = await opensForGood();
      site.publish('broken', (html) => html.replaceAll('type="module"', 'type="no-program"'));
      await looksForNewVersion(page);
      await becomes(page, 'broken');
      site.publish('mended', (html) => html.replaceAll('type="no-program"', 'type="module"'));
      await page.reload();
      await started(page);
      expect(await versionOf(page)).toBe('mended');
    });

    test('has a way out of its service worker', async () => {
      const page = await opensForGood();
      site.publishWorker(readFileSync(WAY_OUT, 'utf8'));
      site.publish('two');
      await looksForNewVersion(page);
      await becomes(page, 'two');
      await started(page);
      await page.waitForFunction(async () => {
        const registrations = await navigator.serviceWorker.getRegistrations();
        return registrations.length === 0 && (await caches.keys()).length === 0;
      });
    });
  });
}

async function started(page: Page): Promise<void> {
  await page.getByRole('heading', { name: STARTED }).first().waitFor();
}

/** As every page does now and then, and when it opens. */
async function looksForNewVersion(page: Page): Promise<void> {
  const look = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    // The page's own look, which began before there was something new, may have stood in for this one.
    if (!registration.installing && !registration.waiting) await registration.update();
  });
  // A page that has found one may be gone by then; what it has become is looked at by the tests.
  await look.catch(() => {});
}

/** Resolves when the page is one of this version. */
async function becomes(page: Page, version: string): Promise<void> {
  await page.locator(`meta[name="version"][content="${version}"]`).waitFor({ state: 'attached' });
}

async function versionOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="version"]').getAttribute('content');
}
