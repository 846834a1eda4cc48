import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Account, register } from '../../scripts/client/account.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

/** A conversation that the page opens without having listed it, as it is so far down that list. */
export function farDownTheList(pages: () => Pages): void {
  describe('a conversation that is far down the list', () => {
    let alice: Person;

    beforeAll(async () => {
      const { address, browser } = pages();
      const [account, bob, carol] = (await Promise.all(
        ['alice-far', 'bob-far', 'carol-far'].map((name) => register(address, { name, password: PASSWORD })),
      )) as [Account, Account, Account];
      await writes(bob, account, 'one', 'two');
      await writes(carol, account, 'You do not know me');
      const socket = await account.openSocket();
      await socket.ask({ action: 'change-side', with: 'bob-far', accepted: true, pinned: true });
      await socket.close();
      alice = await Person.atBrowser(browser, 'alice-far', address);
      await listNothing(alice.page);
      await alice.logIn();
      await alice.isSignedIn();
    });
    afterAll(() => alice?.leave());

    test('is opened by its address with all that is known of it', async () => {
      await alice.page.goto('/c/bob-far');
      await alice.page.getByText('Unread messages', { exact: true }).waitFor();
      await alice.page.getByRole('button', { name: 'Settings of this conversation' }).click();
      await alice.page.getByRole('menuitem', { name: 'Unpin' }).waitFor();
      await alice.page.keyboard.press('Escape');
    });

    test('shows no field to write in before it is known that it is a request', async () => {
      const [release, asked] = await holdEntries(alice.page);
      await alice.page.goto('/c/carol-far');
      await asked;
      await alice.page.locator('.composer-held').waitFor();
      expect(await alice.messageBox().count()).toBe(0);
      const { y } = (await alice.page.locator('.composer-held').boundingBox()) ?? { y: 0 };
      expect(y).toBeGreaterThan(0);
      release();
      await alice.page.getByText(/wants to write with you/).waitFor();
      expect(await alice.messageBox().count()).toBe(0);
      await alice.page.getByRole('button', { name: 'Accept' }).click();
      await alice.messageBox().waitFor();
    });

    test('takes what is written while there is no network, as nobody can say then what it is', async () => {
      await alice.page.goto('/');
      await alice.isSignedIn();
      await alice.page.route('**/api/**', (route) => route.abort());
      await alice.loseSockets();
      await alice.page.evaluate(() => history.pushState(null, '', '/c/dora-far'));
      await alice.messageBox().waitFor();
    });
  });
}

async function writes(from: Account, to: Account, ...texts: readonly string[]): Promise<void> {
  const socket = await from.openSocket();
  const messages = texts.map((text) => ({ clientId: crypto.randomUUID(), text }));
  await socket.send({ to: to.me.name, after: 0, messages });
  await socket.close();
}

/** The list as it is when others have been written to since. */
async function listNothing(page: Page): Promise<void> {
  await page.route('**/api/bootstrap', async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    await route.fulfill({
      response,
      json: { ...(await response.json()), conversations: { conversations: [] }, pinned: [] },
    });
  });
  await page.route('**/api/conversations', (route) => route.fulfill({ json: { conversations: [] } }));
}

/** Has the server be long in answering what is in a conversation. @returns what ends that, and when it was asked */
async function holdEntries(page: Page): Promise<[release: () => void, asked: Promise<void>]> {
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.route('**/api/entries?*', async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  return [held.resolve, asked.promise];
}
