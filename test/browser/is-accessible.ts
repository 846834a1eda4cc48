import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { type Account, register } from '../../scripts/client/account.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const DESKTOP = { width: 1280, height: 800 };
/** A desktop's window at 200 %. */
const ZOOMED = { width: 640, height: 400 };
/** What WCAG asks for: a desktop's window at 400 %. */
const NARROWEST = { width: 320, height: 256 };

const LOOKS = [
  { look: 'light', viewport: DESKTOP, colorScheme: 'light' },
  { look: 'dark', viewport: DESKTOP, colorScheme: 'dark' },
  { look: 'light, on a phone', viewport: PHONE, colorScheme: 'light' },
  { look: 'dark, on a phone', viewport: PHONE, colorScheme: 'dark' },
] as const;

/** That people who don't see, or use no mouse, get along with the pages. */
export function isAccessible(pages: () => Pages): void {
  let alice: Account;

  beforeAll(async () => {
    alice = await register(pages().address, {
      name: 'alice-reads',
      displayName: 'Alice',
      password: PASSWORD,
    });
    const bob = { name: 'bob-reads', displayName: 'Bob Okafor', password: PASSWORD };
    const socket = await (await register(pages().address, bob)).openSocket();
    const messages = ['Hello Alice', 'Look at https://example.org'].map((text, i) => ({
      clientId: `m${i}`,
      text,
    }));
    await socket.send({ to: alice.me.name, after: 0, messages });
    await socket.close();
    await accept(alice, bob.name);
  });

  describe.each(LOOKS)('axe finds nothing in $look:', ({ viewport, colorScheme }) => {
    let person: Person;
    const visit = async (path: string) => {
      await person.page.goto(path);
    };

    beforeAll(async () => {
      person = await Person.atBrowser(pages().browser, alice.me.name, pages().address, viewport);
      await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    });
    afterAll(() => person?.leave());

    test('on the page to log in, before and after a wrong password', async () => {
      await visit('/login');
      await person.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await findsNothing(person.page);
      await person.logIn('not her password');
      await person.page.getByRole('alert').waitFor();
      await findsNothing(person.page);
    });

    test('on the page of a new user, with a field that is wrong', async () => {
      await visit('/new_user');
      await person.page.getByLabel('Name', { exact: true }).fill('no');
      await person.page.getByLabel('Password').fill(PASSWORD);
      await person.page.getByRole('button', { name: 'Create account' }).click();
      await person.page.getByRole('alert').waitFor();
      await findsNothing(person.page);
    });

    test('on the lists, with a conversation and with a search that finds nobody', async () => {
      await person.logIn();
      await person.isSignedIn();
      await findsNothing(person.page);
      await person.page.getByRole('searchbox').fill('nobody-at-all');
      await person.page
        .getByRole('navigation', { name: 'People' })
        .getByText('nobody-at-all')
        .first()
        .waitFor();
      await findsNothing(person.page);
    });

    test('in a conversation', async () => {
      await person.open({ name: 'bob-reads' });
      await person.sees('Hello Alice');
      await findsNothing(person.page);
    });

    test('on the sheet of shortcuts', async () => {
      await person.page.keyboard.press('Control+/');
      await person.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await findsNothing(person.page);
      await person.page.keyboard.press('Escape');
    });

    test('in the settings, and where nothing is', async () => {
      for (const path of ['/settings', '/there/is/nothing']) {
        await visit(path);
        await person.page.locator('main h1:not(.visually-hidden)').waitFor();
        if (path === '/settings')
          await person.page.getByText('This device', { exact: true }).last().waitFor();
        await findsNothing(person.page);
      }
    });

    test('on the question before somebody is logged out elsewhere, and on a password that is not taken', async () => {
      await visit('/settings');
      const { page } = person;
      await page.getByRole('button', { name: /^Log out .*node/ }).click();
      await page.getByRole('dialog', { name: /^Log out .*node.*\?$/ }).waitFor();
      await findsNothing(page);
      await page.keyboard.press('Escape');
      await page.getByLabel('Current password').fill('not hers');
      await page.getByLabel('New password').fill('another password');
      await page.keyboard.press('Enter');
      await page.getByText('This is not your current password.').waitFor();
      await findsNothing(page);
    });

    test('on the question before a passkey is added, with a password that is not hers', async () => {
      await visit('/settings');
      const { page } = person;
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByLabel('Your password').fill('not hers');
      await page.keyboard.press('Enter');
      await page.getByText('This is not the password of your account.').waitFor();
      await findsNothing(page);
    });
  });

  test('axe finds nothing on the pages of somebody who is alone and without a network', async () => {
    const carol = await Person.atBrowser(pages().browser, 'carol-alone', pages().address);
    await carol.signUp('Carol');
    await carol.page.getByText('No conversations yet').waitFor();
    await findsNothing(carol.page);
    await carol.loseNetwork();
    await carol.page.getByRole('status').filter({ hasText: 'No network connection' }).waitFor();
    await findsNothing(carol.page);
    await carol.leave();
  });

  test.each([
    ['zoomed to 200 %', ZOOMED],
    ['320 px wide', NARROWEST],
  ])('nothing is cut off, or to be scrolled sideways, when it is %s', async (_, viewport) => {
    const person = await Person.atBrowser(pages().browser, alice.me.name, pages().address, viewport);
    const overhang = () =>
      person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await person.page.goto('/new_user');
    await person.page.getByRole('button', { name: 'Create account' }).scrollIntoViewIfNeeded();
    expect(await overhang()).toBe(0);
    await person.logIn();
    await person.isSignedIn();
    expect(await overhang()).toBe(0);
    await person.open({ name: 'bob-reads' });
    expect(await overhang()).toBe(0);
    await person.leave();
  });
}

/** Runs axe in the page. By evaluation, because the pages' policy lets no script of others in. */
export async function findsNothing(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (values) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const results = await loaded.run(document, { runOnly: { type: 'tag', values } });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, RULES);
  expect(violations).toEqual([]);
}
