import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { Person, PHONE } from './person.ts';

/** What is each one's own in a conversation: what is unread, who is there, what one does about it. */
export function keepsSides(pages: () => Pages): void {
  describe('each of two people has their own side', () => {
    let alice: Person;
    let bob: Person;
    let phone: Person;

    const arrives = (name: string, viewport?: typeof PHONE) =>
      Person.atBrowser(pages().browser, name, pages().address, viewport);

    beforeAll(async () => {
      [alice, bob] = await Promise.all([arrives('alice-sides'), arrives('bob-sides')]);
      await Promise.all([alice.signUp('Alice'), bob.signUp('Bob')]);
    });
    afterAll(async () => {
      await Promise.all([alice, bob, phone].map((person) => person?.leave()));
    });

    test('a first message waits among the requests until it is accepted', async () => {
      await bob.openByPeople(alice);
      await bob.write('You do not know me yet');
      await bob.sees('You do not know me yet');
      await alice.page.getByRole('button', { name: /Message requests/ }).click();
      await row(alice, bob).click();
      await alice.page.getByText(/wants to write with you/).waitFor();
      expect(await alice.messageBox().count()).toBe(0);
      expect(await alice.page.title()).not.toContain('(');
      await findsNothing(alice.page);
      await alice.page.getByRole('button', { name: 'Accept' }).click();
      await alice.messageBox().waitFor();
      await alice.write('Now I do');
      await bob.sees('Now I do');
    });

    test('what comes is counted, in the list and in the title, and read on one device it is read on the other', async () => {
      phone = await arrives(alice.name, PHONE);
      await phone.logIn();
      await phone.isSignedIn();
      await alice.page.goto('/');
      await alice.isSignedIn();
      for (const text of ['one', 'two', 'three']) await bob.write(text);
      await bob.sees('three');
      for (const device of [alice, phone]) {
        await row(device, bob).getByRole('img', { name: '3 unread messages' }).waitFor();
        await untilTitle(device.page, '(3)');
      }
      await row(phone, bob).click();
      await phone.page.getByText('Unread messages', { exact: true }).waitFor();
      await phone.sees('three');
      await row(alice, bob)
        .getByRole('img', { name: /unread/ })
        .waitFor({ state: 'detached' });
      await untilTitle(alice.page, 'Chat');
      // The line stays as long as the conversation is open.
      expect(await phone.page.getByText('Unread messages', { exact: true }).count()).toBe(1);
    });

    test('typing is seen, and is over when the message is there', async () => {
      await alice.open(bob);
      await alice.page.locator('.presence', { hasText: 'online' }).waitFor();
      await bob.messageBox().pressSequentially('I am wri');
      await alice.page.locator('.presence', { hasText: 'writing' }).waitFor();
      await bob.messageBox().press('Enter');
      await alice.sees('I am wri');
      await alice.page.locator('.presence', { hasText: 'online' }).waitFor();
    });

    test('one of two tabs may be closed; when both are, the other is offline, with the time', async () => {
      const tab = await bob.openTab();
      await tab.open(alice);
      await tab.sees('I am wri');
      await tab.page.close();
      await bob.write('still here');
      await alice.sees('still here');
      await alice.page.locator('.presence', { hasText: 'online' }).waitFor();
      await bob.page.close();
      await alice.page.locator('.presence', { hasText: /last seen today at/ }).waitFor();
    });

    test('she pins, mutes, archives and marks as unread from the menu, while he is away', async () => {
      await phone.page.goto('/');
      await choose(alice, bob, 'Pin');
      await row(alice, bob).getByRole('img', { name: 'Pinned' }).waitFor();
      await choose(alice, bob, 'Mute…', 'For ever');
      await row(alice, bob).getByRole('img', { name: 'Muted' }).waitFor();
      await row(phone, bob).getByRole('img', { name: 'Muted' }).waitFor();
      await choose(alice, bob, 'Unmute');
      await alice.page.goto('/');
      await choose(alice, bob, 'Mark as unread');
      await row(alice, bob).getByRole('img', { name: 'Marked as unread' }).waitFor();
      await choose(alice, bob, 'Archive');
      await row(alice, bob).waitFor({ state: 'detached' });
      await alice.page.getByRole('button', { name: /Archived/ }).click();
      await row(alice, bob).waitFor();
      await findsNothing(alice.page);
    });

    test('the menu opens by the keyboard, and gives the focus back', async () => {
      await row(alice, bob).focus();
      await alice.page.keyboard.press('Shift+F10');
      const menu = alice.page.getByRole('menu');
      await menu.waitFor();
      await findsNothing(alice.page);
      await alice.page.keyboard.press('ArrowDown');
      await alice.page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      expect(await row(alice, bob).evaluate((element) => element === document.activeElement)).toBe(true);
    });

    test('who is blocked is not heard, and is not told', async () => {
      await alice.open(bob);
      await alice.page.getByRole('button', { name: 'Settings of this conversation' }).click();
      await alice.page.getByRole('menuitem', { name: 'Block' }).click();
      await alice.page.getByRole('dialog', { name: /Block/ }).waitFor();
      await findsNothing(alice.page);
      await alice.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
      await alice.page.getByText(/You have blocked/).waitFor();

      const back = await bob.openTab();
      await back.open(alice);
      await back.write('Can you hear me?');
      await back.sees('Can you hear me?');
      await back.page.close();
      await alice.page.reload();
      await alice.page.getByText(/You have blocked/).waitFor();
      expect(await alice.texts()).not.toContain('Can you hear me?');
      await alice.page.getByRole('button', { name: 'Unblock' }).click();
      await alice.write('I hear you again');
      await alice.sees('I hear you again');
      // On another device it is so only when the server knows; a reload before that would take it back.
      await phone.open(bob);
    });

    test('what comes while she looks at something else is told in a line on the page, which leads there', async () => {
      await alice.page.goto('/settings');
      const back = await bob.openTab();
      await back.open(alice);
      const note = alice.page.locator('.news-note a');
      // What tells of news comes when the page has nothing else to do.
      await alice.page.locator('.news-note').waitFor({ state: 'attached' });
      await back.write('Look here');
      await note.filter({ hasText: 'Look here' }).click();
      await alice.sees('Look here');
      await back.page.close();
    });

    test('the menu of a row fits onto a phone', async () => {
      await phone.page.goto('/');
      await row(phone, bob).waitFor();
      await row(phone, bob).dispatchEvent('contextmenu', { clientX: 100, clientY: 200 });
      await phone.page.getByRole('menu').waitFor();
      await findsNothing(phone.page);
      await phone.page.keyboard.press('Escape');
    });

    test('notes to self are a conversation of one', async () => {
      await alice.page.goto('/');
      await alice.page.getByRole('navigation', { name: 'People' }).getByText('Note to self').click();
      await alice.page.getByRole('heading', { name: 'Note to self' }).waitFor();
      await alice.write('Buy milk');
      await alice.sees('Buy milk');
    });

    test('what others may know is hers to say', async () => {
      await alice.page.goto('/settings');
      const receipts = alice.page.getByRole('checkbox', { name: /when I have read/ });
      await receipts.uncheck();
      await phone.page.goto('/settings');
      await phone.page.waitForFunction(
        () => !document.querySelector<HTMLInputElement>('[aria-describedby][type="checkbox"]')?.checked,
      );
      await findsNothing(alice.page);
    });
  });
}

function row({ page }: Person, { name }: Person) {
  return page.locator(`nav[aria-label="Conversations"] a[href="/c/${name}"]`);
}

async function choose(person: Person, other: Person, ...items: readonly string[]): Promise<void> {
  await row(person, other).click({ button: 'right' });
  for (const name of items) await person.page.getByRole('menuitem', { name, exact: true }).click();
}

async function untilTitle(page: Page, beginning: string): Promise<void> {
  await page.waitForFunction((wanted) => document.title.startsWith(wanted), beginning);
}
