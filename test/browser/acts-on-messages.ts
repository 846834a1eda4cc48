import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { register } from '../../scripts/client/account.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

const ALICE = 'alice-acts';
const BOB = 'bob-acts';
const CAROL = 'carol-acts';
const DORA = 'dora-acts';

/** What two people do to messages, and see of it. */
export function actsOnMessages(pages: () => Pages): void {
  describe('acting on messages', () => {
    let alice: Person;
    let bob: Person;

    beforeAll(async () => {
      for (const name of [ALICE, BOB, CAROL]) {
        await register(pages().address, { name, displayName: name, password: PASSWORD });
      }
      [alice, bob] = await Promise.all([arrives(ALICE), arrives(BOB)]);
      await alice.open({ name: BOB });
      await alice.write('first');
      await alice.sees('first');
      await bob.page.goto(`/c/${ALICE}`);
      await bob.page.getByRole('button', { name: 'Accept' }).click();
      await bob.messageBox().waitFor();
      await bob.write('welcome');
      await alice.sees('welcome');
    });
    afterAll(() => Promise.all([alice?.leave(), bob?.leave()]));

    const arrives = async (name: string) => {
      const person = await Person.atBrowser(pages().browser, name, pages().address);
      // A dialog that is still rising can be seen through, and has too little contrast for that long.
      await person.page.emulateMedia({ reducedMotion: 'reduce' });
      await person.logIn();
      await person.isSignedIn();
      return person;
    };

    test('bob sees what alice edits, and what it said before', async () => {
      await alice.write('helo');
      await bob.sees('helo');
      await choose(alice, 'helo', 'Edit');
      await alice.messageBox().fill('hello');
      await alice.messageBox().press('Enter');
      await bob.sees('hello');
      await messageOf(bob, 'hello').getByRole('button', { name: 'edited' }).click();
      const former = bob.page.getByRole('dialog', { name: 'Former texts' });
      await former.getByText('helo', { exact: true }).waitFor();
      await findsNothing(bob.page);
      await bob.page.keyboard.press('Escape');
      await former.waitFor({ state: 'hidden' });
    });

    test('bob answers, and is led by the answer to what it answers', async () => {
      await choose(bob, 'first', 'Reply');
      await bob.page.getByText('Reply to').waitFor();
      await bob.messageBox().press('Escape');
      await bob.page.getByText('Reply to').waitFor({ state: 'hidden' });
      await choose(bob, 'first', 'Reply');
      await bob.write('an answer');
      await alice.sees('an answer');
      const quote = messageOf(alice, 'an answer').locator('.quote');
      expect(await quote.textContent()).toContain('first');
      await quote.click();
      await alice.page.locator('li.message:focus', { hasText: 'first' }).waitFor();
    });

    test('alice reacts, bob does the same with one click, and takes it away with another', async () => {
      await choose(alice, 'welcome', 'React…');
      await findsNothing(alice.page);
      await alice.page.getByRole('button', { name: '👍' }).click();
      const [byAlice, byBob] = [alice, bob].map((person) =>
        messageOf(person, 'welcome').locator('.reaction'),
      );
      await byBob?.click();
      await byAlice?.filter({ hasText: '2' }).waitFor();
      // Whoever does not see it is told, too.
      await alice.page
        .getByRole('status')
        .filter({ hasText: 'reacted with 👍 to: welcome' })
        .waitFor({ state: 'attached' });
      expect(await byAlice?.getAttribute('aria-label')).toMatch(/You.*bob-acts/);
      await byBob?.click();
      await byAlice?.filter({ hasNotText: '2' }).waitFor();
    });

    test('what alice edits and deletes while bob is offline, bob sees when he is back', async () => {
      for (const text of ['wrng', 'secret']) await alice.write(text);
      await bob.sees('secret');
      await bob.loseNetwork();
      await choose(alice, 'wrng', 'Edit');
      await alice.messageBox().fill('right');
      await alice.messageBox().press('Enter');
      await choose(alice, 'secret', 'Delete…');
      await findsNothing(alice.page);
      await alice.page.getByRole('button', { name: 'Delete for everyone' }).click();
      await alice.sees('This message was deleted');
      await bob.findNetwork();
      await bob.sees('right');
      await bob.sees('This message was deleted');
      await bob.page.reload();
      await bob.sees('This message was deleted');
      expect(await bob.texts()).not.toContain('secret');
    });

    test('alice forwards a message to carol, who sees that it was forwarded', async () => {
      await choose(alice, 'welcome', 'Forward…');
      const dialog = alice.page.getByRole('dialog', { name: 'Forward to' });
      await dialog.getByRole('searchbox').fill(CAROL);
      await dialog.getByRole('checkbox').check();
      await findsNothing(alice.page);
      await dialog.getByRole('button', { name: 'Forward' }).click();
      const carol = await arrives(CAROL);
      await carol.page.goto(`/c/${ALICE}`);
      await carol.sees('welcome');
      await messageOf(carol, 'welcome').getByText('Forwarded').waitFor();
      await carol.leave();
    });

    test('alice forwards a message to somebody whom her page has not met yet', async () => {
      await register(pages().address, { name: DORA, displayName: 'Dora', password: PASSWORD });
      await choose(alice, 'welcome', 'Forward…');
      const dialog = alice.page.getByRole('dialog', { name: 'Forward to' });
      await dialog.getByRole('searchbox').fill('dora-a');
      await dialog.getByRole('checkbox', { name: 'Dora' }).check();
      await dialog.getByRole('button', { name: 'Forward' }).click();
      await alice.page.locator(`nav[aria-label="Conversations"] a[href="/c/${DORA}"]`).waitFor();
    });

    test('alice stars a message, finds it in a list, and is led from there to its place', async () => {
      await choose(alice, 'welcome', 'Star');
      await messageOf(alice, 'welcome').getByRole('img', { name: 'Starred' }).waitFor();
      await alice.page.getByRole('link', { name: 'Starred messages' }).click();
      const row = alice.page.getByRole('list', { name: 'Starred messages' }).getByRole('link');
      await row.waitFor();
      await findsNothing(alice.page);
      await row.click();
      await alice.page.locator('li.message:focus', { hasText: 'welcome' }).waitFor();
      await alice.page.goto('/starred');
      await alice.page.getByRole('button', { name: 'Unstar' }).click();
      await alice.page.getByText('No message is starred yet').waitFor();
      await alice.open({ name: BOB });
    });

    test('what alice deletes for herself is gone from her other device as well, and bob still has it', async () => {
      const other = await arrives(ALICE);
      await other.open({ name: BOB });
      await other.sees('welcome');
      await choose(alice, 'welcome', 'Delete…');
      await alice.page.getByRole('button', { name: 'Delete for me' }).click();
      for (const device of [alice, other]) await messageOf(device, 'welcome').waitFor({ state: 'detached' });
      await other.page.reload();
      await other.sees('right');
      await messageOf(other, 'welcome').waitFor({ state: 'detached' });
      expect(await bob.texts()).toContain('welcome');
      await other.leave();
    });

    test('alice reports a message of carol’s, and says why', async () => {
      const carol = await arrives(CAROL);
      await carol.open({ name: ALICE });
      await carol.write('Buy my watches!');
      await alice.open({ name: CAROL });
      await alice.sees('Buy my watches!');
      await choose(alice, 'Buy my watches!', 'Report…');
      const dialog = alice.page.getByRole('dialog', { name: 'Report this message of' });
      await dialog.getByLabel('Insults or harassment').check();
      await dialog.getByLabel('A note for those who read it').fill('Every day.');
      await dialog.getByLabel('Block as well').uncheck();
      await findsNothing(alice.page);
      const sent = alice.page.waitForRequest(/\/api\/report$/);
      await dialog.getByRole('button', { name: 'Report' }).click();
      expect((await sent).postDataJSON()).toEqual({
        with: CAROL,
        seq: expect.any(Number),
        reason: 'abuse',
        note: 'Every day.',
      });
      await dialog.waitFor({ state: 'hidden' });
      await carol.leave();
      await alice.open({ name: BOB });
    });

    test('all of it is done by the keyboard alone', async () => {
      const keys = async (...pressed: string[]) => {
        for (const key of pressed) await alice.page.keyboard.press(key);
      };
      await alice.write('by kye');
      await alice.sees('by kye');
      await keys('ArrowUp');
      await alice.page.getByText('Edit message').waitFor();
      await keys('Control+a');
      await alice.page.keyboard.type('by key');
      await keys('Enter');
      await alice.sees('by key');

      await alice.page.getByRole('log').focus();
      await keys('ArrowUp', 'ArrowUp', 'ArrowDown', 'Enter');
      const menu = alice.page.getByRole('menu');
      await menu.waitFor();
      await findsNothing(alice.page);
      await keys('End', 'Home', 'ArrowDown', 'Enter');
      await alice.page.getByRole('button', { name: '❤️' }).waitFor();
      await keys('Tab', 'Enter');
      await messageOf(alice, 'by key').locator('.reaction').waitFor();
      await alice.page.locator('li.message:focus', { hasText: 'by key' }).waitFor();
      await keys('Enter', 'Escape');
      await menu.waitFor({ state: 'hidden' });
      await alice.page.locator('li.message:focus', { hasText: 'by key' }).waitFor();
    });
  });
}

function messageOf(person: Person, text: string): Locator {
  const bubble = person.page.locator('[data-text]').getByText(text, { exact: true });
  return person.page.locator('li.message', { has: bubble }).last();
}

/** Opens the menu of a message by a right click, and chooses from it. */
async function choose(person: Person, text: string, item: string): Promise<void> {
  // Its menu is loaded a moment after the conversation is shown.
  await person.page.locator('.refused-act').waitFor({ state: 'attached' });
  await messageOf(person, text).locator('[data-text]').click({ button: 'right' });
  await person.page.getByRole('menuitem', { name: item, exact: true }).click();
}
