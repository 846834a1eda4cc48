import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { MAX_ROWS } from '../../frontend/conversation/row-window.ts';
import { register } from '../../scripts/client/account.ts';
import { PASSWORD, Person, PHONE } from './person.ts';
import { failWhereBrowsersComplain, launchWatchedBrowser } from './watched-browser.ts';

const NEAR_REAL_TIME_MS = 1_000;
const MISSED_MESSAGES = 50;

/**
 * What two people at real browsers must be able to do with a chat, wherever it runs.
 * @param address where it is, once that is known
 */
export function twoPeopleChat(address: () => string): void {
  describe('two people chat', () => {
    let browser: Browser;
    let people: Person[] = [];

    const arrives = async (name: string, viewport?: typeof PHONE) => {
      const person = await Person.atBrowser(browser, name, address(), viewport);
      people.push(person);
      return person;
    };
    /** Two people who have signed up and look at the conversation with each other. */
    const aliceAndBob = async () => {
      const run = unique();
      const [alice, bob] = await Promise.all([arrives(`alice-${run}`), arrives(`bob-${run}`)]);
      await Promise.all([alice.signUp('Alice'), bob.signUp('Bob')]);
      await Promise.all([alice.open(bob), bob.open(alice)]);
      return { alice, bob };
    };

    beforeAll(async () => {
      browser = await launchWatchedBrowser();
    });
    afterEach(async () => {
      await Promise.all(people.map((person) => person.leave()));
      people = [];
    });
    afterAll(() => browser?.close());
    failWhereBrowsersComplain();

    test('alice and bob sign up by the pages, find each other, and write both ways in under a second', async () => {
      const run = unique();
      const [alice, bob] = [await arrives(`alice-${run}`), await arrives(`bob-${run}`)];
      await alice.signUp('Alice');
      await bob.signUp('Bob');
      await alice.openByPeople(bob);
      await bob.openByPeople(alice);
      // The first message of all finds the functions cold; people write more than one.
      await alice.write('Hello Bob');
      await bob.sees('Hello Bob');

      await bob.write('Hello Alice');
      await alice.sees('Hello Alice', 'stored', NEAR_REAL_TIME_MS);
      await alice.write('How are you?');
      await bob.sees('How are you?', 'stored', NEAR_REAL_TIME_MS);

      await alice.seesJust(['Hello Bob', 'Hello Alice', 'How are you?']);
      await bob.seesJust(['Hello Bob', 'Hello Alice', 'How are you?']);
    });

    test('what alice writes arrives exactly as it was', async () => {
      const { alice, bob } = await aliceAndBob();
      const text = '  <b>Two\n\n  lines</b> & 👩‍👩‍👧 مرحبا \\u0041 `x';
      await alice.write(text);
      await bob.seesJust([text]);
    });

    test('each of three devices gets every message once', async () => {
      const { alice, bob } = await aliceAndBob();
      const bobsPhone = await arrives(bob.name, PHONE);
      await bobsPhone.logIn();
      await bobsPhone.isSignedIn();
      await bobsPhone.open(alice);

      await alice.write('one');
      await bobsPhone.sees('one');
      await bobsPhone.write('two');
      await alice.sees('two');
      await bob.sees('two');
      await bob.write('three');

      for (const device of [alice, bob, bobsPhone]) await device.seesJust(['one', 'two', 'three']);
    });

    test('a reload in the middle of sending loses and doubles nothing', async () => {
      const { alice, bob } = await aliceAndBob();
      const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `before the reload ${letter}`);
      for (const text of texts) await alice.write(text);
      await alice.page.reload();
      await alice.seesJust(texts);
      await bob.seesJust(texts);
    });

    test('alice loses the network, bob writes fifty messages, and she then has them all', async () => {
      const { alice, bob } = await aliceAndBob();
      await alice.write('before');
      await bob.sees('before');

      await alice.loseNetwork();
      await alice.page
        .getByRole('status')
        .filter({ hasText: /connect/i })
        .waitFor();
      await alice.write('written without a network');
      await alice.sees('written without a network', 'pending');
      const missed = Array.from({ length: MISSED_MESSAGES }, (_, i) => `missed ${i + 1}`);
      for (const text of missed) await bob.write(text);
      await bob.seesJust(['before', ...missed]);
      expect(await alice.texts()).toEqual(['before', 'written without a network']);
      await alice.findNetwork();

      const everything = ['before', ...missed, 'written without a network'];
      await alice.seesJust(everything);
      await bob.seesJust(everything);
    });

    test('alice scrolls back to the very first of many messages, and stays where she reads', async () => {
      const run = unique();
      const texts = Array.from({ length: 230 }, (_, i) => `line ${i + 1}`);
      const bob = await register(address(), { name: `bob-${run}`, password: PASSWORD });
      await register(address(), { name: `alice-${run}`, password: PASSWORD });
      const socket = await bob.openSocket();
      for (const [i, text] of texts.entries()) {
        await socket.send({ to: `alice-${run}`, after: i, messages: [{ clientId: `c${i}`, text }] });
      }
      await socket.close();

      const alice = await arrives(`alice-${run}`);
      await alice.logIn();
      await alice.openByPeople({ name: `bob-${run}` });
      await alice.sees('line 230');
      const log = alice.page.getByRole('log');
      await log.hover();
      while ((await alice.messages())[0]?.seq !== 1) {
        await alice.page.mouse.wheel(0, -2_000);
        await alice.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      // As many as are in the page at once, from the first on.
      await alice.seesJust(texts.slice(0, MAX_ROWS));
    });

    test('a login outlives the browser, until alice logs out', async () => {
      const { alice, bob } = await aliceAndBob();
      await alice.write('still there?');
      await bob.sees('still there?');

      const later = await alice.reopenBrowser(browser);
      people.push(later);
      people.splice(people.indexOf(alice), 1);
      await later.open(bob);
      await later.seesJust(['still there?']);

      await later.logOut();
      await later.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await later.page.goto(`/c/${bob.name}`);
      await later.page.getByRole('heading', { name: 'Log in' }).waitFor();
    });

    test('a wrong password and a name that is taken are said in words', async () => {
      const { alice } = await aliceAndBob();
      const mallory = await arrives(alice.name);
      await mallory.logIn('not the password of alice');
      await mallory.page
        .getByRole('alert')
        .filter({ hasText: 'The name or the password is wrong.' })
        .waitFor();

      await mallory.page.getByRole('link', { name: 'Create an account' }).click();
      await mallory.page.getByLabel('Name', { exact: true }).fill(alice.name);
      await mallory.page.getByLabel('Password').fill(PASSWORD);
      await mallory.page.getByRole('button', { name: 'Create account' }).click();
      await mallory.page.getByRole('alert').filter({ hasText: 'Somebody has this name already' }).waitFor();
    });

    test('too many wrong passwords have to wait, which is said in words, and alice gets in where she was before', async () => {
      const { alice } = await aliceAndBob();
      const mallory = await arrives(alice.name);
      await mallory.logIn('not the password of alice');
      const alert = mallory.page.getByRole('alert');
      const tooMany = alert.filter({ hasText: /There were too many tries\. Try again in \d+ seconds?\./ });
      while (!(await tooMany.isVisible())) {
        await mallory.page.getByRole('button', { name: 'Log in', exact: true }).click();
        await alert.waitFor();
      }
      await alice.logOut();
      await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await alice.logIn();
      await alice.isSignedIn();
    });

    test('alice logs in, finds bob and writes to him without touching the mouse', async () => {
      const { alice, bob } = await aliceAndBob();
      const keyboard = await arrives(alice.name);
      await keyboard.page.goto('/login');
      await keyboard.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await keyboard.page.keyboard.type(alice.name);
      await keyboard.page.keyboard.press('Tab');
      await keyboard.page.keyboard.type(PASSWORD);
      await keyboard.page.keyboard.press('Enter');
      const search = keyboard.page.getByRole('searchbox', { name: 'Find people' });
      await search.waitFor();
      await tabTo(keyboard, 'Find people');
      await keyboard.page.keyboard.type(bob.name);
      const found = keyboard.page.locator(`nav[aria-label="People"] a[href="/c/${bob.name}"]`);
      await found.waitFor();
      await tabTo(keyboard, bob.name);
      await keyboard.page.keyboard.press('Enter');
      await keyboard.messageBox().waitFor();
      await keyboard.page.keyboard.type('no mouse');
      await keyboard.page.keyboard.press('Enter');
      await bob.sees('no mouse');
    });

    test('at the width of a phone nothing is wider than the screen, and one pane is shown at a time', async () => {
      const { alice, bob } = await aliceAndBob();
      await alice.write(`https://example.org/${'a-very-long-address'.repeat(20)}`);
      await bob.sees('a-very-long-address');
      await bob.write('Quite long');
      await bob.sees('Quite long');
      const phone = await arrives(bob.name, PHONE);
      await phone.logIn();
      await phone.page.locator(`nav[aria-label="Conversations"] a[href="/c/${alice.name}"]`).click();
      await phone.sees('a-very-long-address');
      const overhang = await phone.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBe(0);
      expect(await phone.page.getByRole('navigation', { name: 'Conversations' }).isVisible()).toBe(false);
      await phone.page.getByRole('link', { name: 'Back to conversations' }).click();
      await phone.page.getByRole('navigation', { name: 'Conversations' }).waitFor();
    });

    test('a conversation with nobody says so', async () => {
      const { alice } = await aliceAndBob();
      await alice.page.goto('/c/nobody-has-this-name');
      await alice.page.getByText('Nobody has this name.').first().waitFor();
    });
  });
}

/** Tabs until the focus is on what has these words. */
async function tabTo({ page }: Person, words: string): Promise<void> {
  const MOST_STOPS = 40;
  for (let i = 0; i < MOST_STOPS; i += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute('aria-label')} ${element?.getAttribute('href')} ${(element as HTMLInputElement)?.labels?.[0]?.textContent} ${element?.textContent}`;
    });
    if (focused.includes(words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${words}".`);
}

/** Names differ from run to run, for the suite also runs where people have been before. */
function unique(): string {
  return Math.random().toString(36).slice(2, 10);
}
