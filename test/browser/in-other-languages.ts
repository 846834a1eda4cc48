import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { register } from '../../scripts/client/account.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const DARK_GROUND = 'rgb(21, 19, 28)';

/** What those see who want the pages otherwise: in their language, from right to left, dark. */
export function inOtherLanguages(pages: () => Pages): void {
  describe('in the language and the colours of who reads', () => {
    const alice = `alice-${Math.random().toString(36).slice(2, 10)}`;
    const bob = `bob-${Math.random().toString(36).slice(2, 10)}`;
    let contexts: BrowserContext[] = [];

    beforeAll(async () => {
      const account = await register(pages().address, {
        name: alice,
        displayName: 'Alice',
        password: PASSWORD,
      });
      const client = await register(pages().address, { name: bob, password: PASSWORD });
      const socket = await client.openSocket();
      await socket.send({ to: alice, after: 0, messages: [{ clientId: 'c1', text: 'Hello Alice' }] });
      await socket.close();
      await accept(account, bob);
    });
    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
    });

    /** Alice at a fresh browser, signed in; whatever the language is, the fields have the same names. */
    const aliceAt = async (options: BrowserContextOptions): Promise<Page> => {
      const context = await pages().browser.newContext({ baseURL: pages().address, ...options });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/login');
      await page.locator('input[name="name"]').fill(alice);
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.locator('button[type="submit"]').click();
      await page.locator('.sidebar').waitFor();
      await page.goto('/settings');
      await page.getByRole('main').getByRole('radio').first().waitFor();
      return page;
    };

    test('an Arabic browser has the pages in Arabic, with the list on the right', async () => {
      const page = await aliceAt({ locale: 'ar-EG' });
      expect(await rootOf(page)).toMatchObject({ lang: 'ar-EG', dir: 'rtl' });
      await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
      const [list, settings] = await Promise.all([
        page.locator('.sidebar').boundingBox(),
        page.getByRole('main').boundingBox(),
      ]);
      expect(list?.x).toBeGreaterThanOrEqual((settings?.x ?? 0) + (settings?.width ?? 0));
    });

    test('an Egyptian browser writes the time of a message in its own digits', async () => {
      const page = await aliceAt({ locale: 'ar-EG' });
      const time = page.locator(`a[href="/c/${bob}"] time`).first();
      expect(await time.textContent()).toMatch(/^[٠-٩]{1,2}:[٠-٩]{2}/);
    });

    test('alice chooses German, which holds at once, is said, and survives a reload', async () => {
      const page = await aliceAt({ locale: 'en-US' });
      await page.getByRole('radio', { name: 'Deutsch' }).check();
      await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
      await page.getByRole('status').filter({ hasText: 'Die Sprache ist jetzt' }).waitFor();
      expect(await page.title()).toContain('Einstellungen');
      await page.reload();
      await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
      expect(await rootOf(page)).toMatchObject({ lang: 'de', dir: 'ltr' });
    });

    test('what alice chooses holds in her other tab, too', async () => {
      const page = await aliceAt({ locale: 'en-US' });
      const otherTab = await page.context().newPage();
      await otherTab.goto('/settings');
      await otherTab.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.getByRole('radio', { name: 'Español' }).check();
      await otherTab.getByRole('heading', { name: 'Ajustes' }).waitFor();
    });

    test('a language that can’t be loaded comes with the network', async () => {
      const page = await aliceAt({ locale: 'en-US' });
      await page.context().setOffline(true);
      await page.getByRole('radio', { name: 'Deutsch' }).check();
      await page.getByText('This language can’t be loaded right now.').waitFor();
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    });

    test('alice chooses dark on a light system, and has it from the first moment of the next visit', async () => {
      const page = await aliceAt({ colorScheme: 'light' });
      const light = await groundOf(page);
      await page.getByRole('radio', { name: 'Dark', exact: true }).check();
      expect(await groundOf(page)).not.toBe(light);
      await page.getByRole('status').filter({ hasText: 'dark' }).waitFor();

      // Without the app: what is seen then is what is seen before it has started.
      await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
      await page.reload();
      expect(await rootOf(page)).toMatchObject({ theme: 'dark' });
      expect(await groundOf(page)).toBe(DARK_GROUND);
    });

    test('alice is asked before a message that was not sent is lost by logging out', async () => {
      const person = await Person.atBrowser(pages().browser, alice, pages().address);
      const { page } = person;
      contexts.push(page.context());
      await person.logIn();
      await page.locator('.sidebar').waitFor();
      await page.goto('/settings');
      await page.getByRole('radio').first().waitFor();
      await goTo(page, `/c/${bob}`);
      await person.messageBox().waitFor();
      await person.loseNetwork();
      await person.write('Are you there?');

      await goTo(page, '/settings');
      const logOut = page.getByRole('region', { name: 'Account' }).getByRole('button', { name: 'Log out' });
      await logOut.click();
      const question = page.getByRole('dialog', { name: 'A message of yours was not sent.' });
      await question.getByRole('button', { name: 'Stay' }).click();
      await question.waitFor({ state: 'hidden' });

      await logOut.click();
      await question.getByRole('button', { name: 'Discard and leave' }).click();
      await page.getByRole('alert').filter({ hasText: 'You are still logged in.' }).waitFor();
      await person.findNetwork();
      await goTo(page, `/c/${bob}`);
      await person.sees('Are you there?');
    });

    test('on a phone the settings have the screen, and lead back to the list', async () => {
      const page = await aliceAt({ viewport: PHONE, locale: 'en-US' });
      expect(await page.getByRole('navigation', { name: 'Conversations' }).isVisible()).toBe(false);
      await page.getByRole('link', { name: 'Back to conversations' }).click();
      await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
    });

    test('alice goes through the settings and out by the keyboard alone', async () => {
      const page = await aliceAt({ locale: 'en-US' });
      await page.getByRole('radio', { name: 'As the system' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await rootOf(page)).toMatchObject({ theme: 'dark' });
      await page.keyboard.press('Tab');
      expect(await focusedValue(page)).toBe('system');
      await tabTo(page, 'Log out');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
    });
  });
}

/** As going forward does it, without loading the page again. */
function goTo(page: Page, path: string): Promise<void> {
  return page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

function rootOf(page: Page): Promise<{ lang: string; dir: string; theme: string | undefined }> {
  return page.evaluate(() => {
    const { lang, dir, dataset } = document.documentElement;
    return { lang, dir, theme: dataset.theme };
  });
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function focusedValue(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
}

/** As many stops of the settings as there may be before one of them. */
const MOST_STOPS = 40;

/** Goes on by the keyboard until the focus is on a button with this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    if (focused === name) return;
  }
  throw new Error(`The focus does not come to “${name}”.`);
}
