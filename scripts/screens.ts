import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { withOwnSystem } from './bench/own-system.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { EXAMPLE_PASSWORD } from './populate/example-talks.ts';
import { populate } from './populate/populate.ts';

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url));

const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };

/** Of a picture of text, less shows. */
const JPEG_QUALITY = 70;

/** What moves or comes late has ended by then. */
const STILL_AFTER_MS = 900;

interface Look {
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
  readonly locale?: string;
}

/** `npm run screens`: the pictures of docs/screens.md, of an example chat on a system of its own. */
await reportProblem(() =>
  withOwnSystem(async ({ address }, browser) => {
    await step('Writing example talks', () => populate(address));
    mkdirSync(FOLDER, { recursive: true });
    await step('Taking pictures', () => takeAll(browser, address));
  }),
);

async function takeAll(browser: Browser, address: string): Promise<void> {
  const bob = await signedIn(browser, address, 'bob', { size: PHONE, theme: 'light' });
  await bob.goto('/c/alice');
  const desktop = await signedIn(browser, address, 'alice', { size: DESKTOP, theme: 'light' });
  await conversation(desktop, 'bob');
  await take(desktop, 'conversation');
  await openMenu(desktop);
  await take(desktop, 'message-menu');
  await desktop.goto('/c/frank');
  await take(desktop, 'request');
  await desktop.goto('/');
  await desktop.getByRole('searchbox').fill('lentl');
  await take(desktop, 'search');
  await desktop.goto('/settings');
  await take(desktop, 'settings');

  await take(bob, 'conversation-phone');
  await openMenu(bob);
  await take(bob, 'message-menu-phone');
  await bob.goto('/');
  await take(bob, 'list-phone');

  const tablet = await signedIn(browser, address, 'alice', { size: TABLET, theme: 'dark' });
  await conversation(tablet, 'bob');
  await take(tablet, 'conversation-tablet-dark');
  const arabic = await signedIn(browser, address, 'alice', { size: DESKTOP, theme: 'dark', locale: 'ar' });
  await conversation(arabic, 'bob');
  await take(arabic, 'conversation-arabic-dark');

  const stranger = await visit(browser, address, { size: PHONE, theme: 'light' });
  await stranger.goto('/login');
  await take(stranger, 'login-phone');
}

async function visit(browser: Browser, baseURL: string, { size, theme, locale = 'en' }: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: size, colorScheme: theme, locale });
  return context.newPage();
}

async function signedIn(browser: Browser, address: string, name: string, look: Look): Promise<Page> {
  const page = await visit(browser, address, look);
  await page.goto('/login');
  const fields = page.locator('form input:not([type=checkbox])');
  await fields.nth(0).fill(name);
  await fields.nth(1).fill(EXAMPLE_PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('a[href="/settings"]').first().waitFor();
  return page;
}

async function conversation(page: Page, name: string): Promise<void> {
  await page.goto(`/c/${name}`);
  await page.locator('[data-seq]').last().waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('[data-mine="true"] .bubble').last().click({ button: 'right' });
  await page.getByRole('menu').first().waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(STILL_AFTER_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: JPEG_QUALITY });
}
