import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { register } from '../../scripts/client/account.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const MOST_STOPS = 40;

/** Everything by the keyboard alone, and the focus always where one expects it. */
export function withoutAMouse(pages: () => Pages): void {
  describe('without a mouse', () => {
    let alice: Person;
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await alice.page.keyboard.press(key);
    };
    const arrives = async (viewport?: typeof PHONE) => {
      alice = await Person.atBrowser(pages().browser, 'alice-types', pages().address, viewport);
    };

    beforeAll(async () => {
      const account = await register(pages().address, {
        name: 'alice-types',
        displayName: 'Alice',
        password: PASSWORD,
      });
      for (const name of ['bob', 'carol', 'dave']) {
        const friend = { name: `${name}-types`, displayName: `${name} types`, password: PASSWORD };
        const socket = await (await register(pages().address, friend)).openSocket();
        const messages = [{ clientId: 'm', text: `Hello from ${name}` }];
        await socket.send({ to: 'alice-types', after: 0, messages });
        await socket.close();
        await accept(account, friend.name);
      }
    });
    afterEach(() => alice?.leave());

    test('alice logs in, finds bob, writes, goes back, and reads of the shortcuts', async () => {
      await arrives();
      await alice.page.goto('/login');
      await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await alice.page.keyboard.type('alice-types');
      await keys('Tab');
      await alice.page.keyboard.type(PASSWORD);
      await keys('Enter');
      await alice.isSignedIn();

      await keys('Control+k');
      await focusIsOn(alice.page, 'Find people');
      await alice.page.keyboard.type('bob-types');
      await alice.page.locator('nav[aria-label="People"] a[href="/c/bob-types"]').waitFor();
      await alice.page.getByText('1 person found').waitFor();
      await keys('Enter');
      await alice.messageBox().waitFor();
      await focusIsOn(alice.page, 'Message');
      await alice.page.keyboard.type('no mouse? /');
      await keys('Enter');
      await alice.sees('no mouse? /');

      await keys('Escape');
      await focusIsOn(alice.page, 'bob types');
      expect(new URL(alice.page.url()).pathname).toBe('/');
      await keys('?');
      await alice.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await keys('Escape');
      await focusIsOn(alice.page, 'bob types');
    });

    test('a list is one stop, in which arrows, Home, End and letters move', async () => {
      await arrives();
      await alice.logIn();
      await alice.isSignedIn();
      await tabTo(alice.page, 'types', 'nav[aria-label="Conversations"]');
      await keys('Home', 'ArrowDown', 'ArrowDown', 'ArrowUp');
      const places = await rowsOf(alice.page);
      expect(places.indexOf(await focused(alice.page))).toBe(1);
      await keys('End');
      expect(places.indexOf(await focused(alice.page))).toBe(places.length - 1);
      await keys('c');
      await focusIsOn(alice.page, 'carol types');
      await keys('Tab');
      await focusIsInside(alice.page, 'nav[aria-label="People"]');
      await keys('Shift+Tab', 'Enter');
      await alice.messageBox().waitFor();
    });

    test('Alt with an arrow leads through the conversations, also while she writes', async () => {
      await arrives();
      await alice.logIn();
      await alice.isSignedIn();
      const names = await rowsOf(alice.page);
      await keys('Alt+ArrowDown');
      await alice.page.waitForURL(`**/c/${names[0]}`);
      await keys('Alt+ArrowDown');
      await alice.page.waitForURL(`**/c/${names[1]}`);
      await focusIsOn(alice.page, 'Message');
      await keys('Alt+ArrowUp');
      await alice.page.waitForURL(`**/c/${names[0]}`);
    });

    test('the first stops of the page lead past the lists', async () => {
      await arrives();
      await alice.logIn();
      await alice.isSignedIn();
      await alice.open({ name: 'bob-types' });
      await alice.page.locator('.skip-links button').first().focus();
      await keys('Enter');
      await focusIsInside(alice.page, 'main');
    });

    test('on a phone the focus goes into the conversation, and back to its row', async () => {
      await arrives(PHONE);
      await alice.logIn();
      await alice.isSignedIn();
      await alice.page.locator('nav[aria-label="Conversations"] a[href="/c/dave-types"]').focus();
      await keys('Enter');
      await alice.messageBox().waitFor();
      await focusIsInside(alice.page, 'main');
      await alice.page.goBack();
      await focusIsOn(alice.page, 'dave types');
    });
  });
}

/** The names of the conversations' rows, from top to bottom. */
async function rowsOf(page: Page): Promise<string[]> {
  const rows = page.locator('nav[aria-label="Conversations"] a[data-name]');
  await rows.first().waitFor();
  return rows.evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.name ?? ''));
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.name ?? '');
}

/** Resolves when what has the focus is named so. */
async function focusIsOn(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const element = document.activeElement;
    return `${element?.getAttribute('aria-label')} ${element?.textContent}`.includes(wanted);
  }, words);
}

async function focusIsInside(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, selector);
}

/** Tabs until the focus is on what has these words, inside of a part of the page. */
async function tabTo(page: Page, words: string, selector: string): Promise<void> {
  for (let i = 0; i < MOST_STOPS; i += 1) {
    const isThere = await page.evaluate(
      ([wanted, part]) => {
        const element = document.activeElement;
        return element?.closest(part as string) !== null && element?.textContent?.includes(wanted as string);
      },
      [words, selector],
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${words}".`);
}
