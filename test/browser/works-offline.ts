import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Account, register } from '../../scripts/client/account.ts';
import { textsOf } from '../support/texts.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

const BOB = { name: 'bob-offline' };

/** That the app goes on without a network, with what the device has kept. */
export function worksOffline(pages: () => Pages): void {
  let bob: Account;
  let alice: Person;

  beforeAll(async () => {
    const { address, browser } = pages();
    await register(address, { name: 'alice-offline', displayName: 'Alice', password: PASSWORD });
    bob = await register(address, { ...BOB, displayName: 'Bob', password: PASSWORD });
    alice = await Person.atBrowser(browser, 'alice-offline', address);
    await alice.logIn();
    await alice.isSignedIn();
  });
  afterAll(() => alice?.leave());

  const bobWrites = async (after: number, text: string) => {
    const socket = await bob.openSocket();
    await socket.send({ to: alice.name, after, messages: [{ clientId: crypto.randomUUID(), text }] });
    await socket.close();
  };
  const stored = async () => textsOf((await bob.entries(alice.name)).entries);

  describe('without a network', () => {
    test('the app opens with what was read before, and takes what is written', async () => {
      await bobWrites(0, 'Are you on the train?');
      await alice.open(BOB);
      await alice.sees('Are you on the train?');
      await untilInstalled(alice);
      await untilKept(alice, 1);
      await alice.loseNetwork();
      await alice.page.reload();
      await alice.sees('Are you on the train?');
      await alice.write('In a tunnel');
      await alice.sees('In a tunnel', 'pending');
      await alice.messageBox().fill('and half of');
      await alice.page
        .getByRole('status')
        .filter({ hasText: /is kept, and sent/ })
        .waitFor();
    });

    test('what was written, wished and begun are there after the app was closed once more', async () => {
      await menu(alice, 'Pin');
      await alice.page.locator('[data-text]').first().click({ button: 'right' });
      await alice.page.getByRole('menuitem', { name: 'Reply', exact: true }).click();
      await alice.page.reload();
      await rowOf(alice).getByRole('img', { name: 'Pinned' }).waitFor();
      await alice.page.locator('.composing-strip').getByText('Are you on the train?').waitFor();
      await alice.page.getByRole('button', { name: 'Cancel' }).click();
      await alice.sees('In a tunnel', 'pending');
      await alice.page.waitForFunction(() => document.querySelector('textarea')?.value === 'and half of');
      expect(await stored()).toEqual(['Are you on the train?']);
    });

    test('a second tab has it, too, and with the network each message is sent once, in order', async () => {
      const other = await alice.openTab();
      await other.open(BOB);
      await other.sees('In a tunnel', 'pending');
      await alice.write('Second');
      await bobWrites(1, 'Hello?');
      await alice.findNetwork();
      const all = ['Are you on the train?', 'Hello?', 'In a tunnel', 'Second'];
      await alice.seesJust(all);
      await other.seesJust(all);
      expect(await stored()).toEqual(all);
      await other.page.close();
      await untilPinned(alice);
    });
  });

  test('logging out leaves nothing of hers on the device', async () => {
    await untilKept(alice, 4);
    await alice.logOut();
    await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
    await expect(leftOn(alice)).resolves.toEqual({ databases: [], items: [] });
  });

  test('on a shared computer nothing is kept, and the log-in ends with the browser', async () => {
    await alice.page.getByLabel('Name', { exact: true }).fill(alice.name);
    await alice.page.getByLabel('Password').fill(PASSWORD);
    await alice.page.getByLabel('This is a shared computer').check();
    await alice.page.getByRole('button', { name: 'Log in', exact: true }).click();
    await alice.isSignedIn();
    await alice.open(BOB);
    await alice.write('From the library');
    await alice.sees('From the library');
    await alice.messageBox().fill('half a sentence');
    await alice.page.goto('/');
    await alice.isSignedIn();
    expect(await leftOn(alice)).toEqual({ databases: [], items: [] });
    const reopened = await alice.reopenBrowser(pages().browser);
    await reopened.page.goto('/');
    await reopened.page.getByRole('heading', { name: 'Log in' }).waitFor();
    await reopened.leave();
  });
}

const rowOf = ({ page }: Person) => page.locator(`nav[aria-label="Conversations"] a[href="/c/${BOB.name}"]`);

async function menu(person: Person, item: string): Promise<void> {
  await rowOf(person).click({ button: 'right' });
  await person.page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Resolves when the server has it that the conversation is pinned. */
async function untilPinned({ page }: Person): Promise<void> {
  await page.waitForFunction(async (name) => {
    const answer = await (await fetch(`/api/entries?with=${name}`)).json();
    return answer.side.pinnedAt !== undefined;
  }, BOB.name);
}

async function untilInstalled({ page }: Person): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The page that registered it is under its control only from its next load on.
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Resolves when the device has kept so many messages. */
async function untilKept({ page, name }: Person, count: number): Promise<void> {
  while ((await keptOn(page, `chat/${name}`)) < count) {
    // Looks again at the page's next frame: there is no event for "it is kept".
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

function keptOn(page: Page, database: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    // To open one that is not there yet would make it, empty.
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === wanted)) return 0;
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open(wanted));
    const entries = await settled(db.transaction('entries').objectStore('entries').count());
    db.close();
    return entries;
  }, database);
}

/** The databases and items that could be somebody's; what a device prefers is nobody's. */
function leftOn({ page }: Person): Promise<{ databases: string[]; items: string[] }> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('chat/')),
    items: Object.keys(localStorage).filter((key) => /^(outbox|wish|draft|composing|signed-in)/.test(key)),
  }));
}
