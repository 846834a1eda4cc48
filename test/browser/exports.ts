import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Download } from 'playwright-core';
import type { ExportedMessage } from '../../frontend/export/exported.ts';
import { writeLongTalk } from '../../scripts/bench/long-talk.ts';
import { register } from '../../scripts/client/account.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const MESSAGES = 1_200;
const DATE = /\d{4}-\d\d-\d\d/;

interface ExportedFile {
  readonly by: { readonly name: string };
  readonly conversations: readonly {
    readonly with: { readonly name: string };
    readonly complete: boolean;
    readonly messages: readonly ExportedMessage[];
  }[];
}

/** That alice can have what she has written and read as a file. */
export function exportsConversations(pages: () => Pages): void {
  describe('an export', () => {
    let alice: Person;
    const dialog = () => alice.page.getByRole('dialog', { name: 'Export all conversations' });
    const button = (name: string) => dialog().getByRole('button', { name });
    const openDialog = async () => {
      await alice.page.getByRole('button', { name: 'Export all conversations…' }).click();
      await button('Export').waitFor();
    };
    /** Chooses a kind of file, has it made, and reads it. */
    const exported = async (kind: string) => {
      await openDialog();
      await dialog().getByRole('radio', { name: kind }).check();
      const [download] = await Promise.all([alice.page.waitForEvent('download'), button('Export').click()]);
      await dialog().getByRole('status').getByText('Saved as').waitFor();
      return download;
    };

    beforeAll(async () => {
      const { address, endpoint, browser } = pages();
      await register(address, { name: 'bob-exported', displayName: 'Bob <b>', password: PASSWORD });
      const carol = await register(address, {
        name: 'carol-exported',
        displayName: 'Carol',
        password: PASSWORD,
      });
      await register(address, { name: 'alice-exports', displayName: 'Alice', password: PASSWORD });
      await writeLongTalk(endpoint, ['alice-exports', 'bob-exported'], MESSAGES);
      const socket = await carol.openSocket();
      const messages = [{ clientId: 'c1', text: 'Is this thing on? <script>alert(1)</script>' }];
      await socket.send({ to: 'alice-exports', after: 0, messages });
      await socket.close();
      alice = await Person.atBrowser(browser, 'alice-exports', address);
      // A dialog that is still rising can be seen through, and has too little contrast for that long.
      await alice.page.emulateMedia({ reducedMotion: 'reduce' });
      await alice.logIn();
      await alice.isSignedIn();
      await actOnMessages(alice);
      await alice.page.goto('/settings');
    });
    afterAll(() => alice?.leave());

    test('as JSON has all that was ever written, the device had it or not', async () => {
      const download = await exported('For other programs');
      expect(download.suggestedFilename()).toMatch(new RegExp(`^all-chats-${DATE.source}\\.json$`));
      const { by, conversations } = JSON.parse(await textOf(download)) as ExportedFile;
      expect(by.name).toBe('alice-exports');
      const bob = conversations.find((it) => it.with.name === 'bob-exported');
      expect(bob?.complete).toBe(true);
      expect(bob?.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: MESSAGES }, (_, i) => i + 1));
      const carol = conversations.find((it) => it.with.name === 'carol-exported');
      expect(carol?.messages).toMatchObject([
        { seq: 1, reactions: [{ emoji: '👍', people: ['alice-exports'] }] },
        { text: 'See *this*', former: [{ text: 'Look at *this*' }], replyTo: 1 },
        { text: '', deleted: true },
      ]);
      await button('Close').click();
    });

    test('as HTML can be read in a browser, in which nothing of it runs', async () => {
      const download = await exported('To read and to print');
      expect(download.suggestedFilename()).toMatch(new RegExp(`^all-chats-${DATE.source}\\.html$`));
      await button('Close').click();
      const page = await pages().browser.newPage();
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('dialog', (shown) => {
        problems.push(shown.message());
        void shown.dismiss();
      });
      await page.setContent(await textOf(download));
      await page.getByRole('heading', { level: 1, name: 'All conversations' }).waitFor();
      await page.getByRole('heading', { level: 2, name: 'Bob <b>' }).waitFor();
      const carol = page.locator('section', { hasText: 'Carol' });
      await carol.locator('article p', { hasText: 'Is this thing on? <script>alert(1)</script>' }).waitFor();
      await carol.locator('blockquote', { hasText: 'Is this thing on?' }).waitFor();
      expect(await page.locator('article').count()).toBe(MESSAGES + 3);
      expect(await carol.locator('article > p > strong').allTextContents()).toEqual(['this']);
      await carol.getByText('This message was deleted').waitFor();
      await carol.getByText('👍 from').waitFor();
      expect(problems).toEqual([]);
      await page.close();
    });

    test('is asked for by keyboard, and Escape leads back to where one was', async () => {
      await openDialog();
      await alice.page.keyboard.press('ArrowDown');
      expect(await dialog().getByRole('radio', { name: 'For other programs' }).isChecked()).toBe(true);
      await findsNothing(alice.page);
      await alice.page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      expect(await alice.page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Export all conversations…',
      );
    });

    test('without a network has what is here, and says how much that is', async () => {
      const { address, browser } = pages();
      const phone = await Person.atBrowser(browser, 'alice-exports', address, PHONE);
      await phone.page.emulateMedia({ reducedMotion: 'reduce' });
      await phone.logIn();
      await phone.isSignedIn();
      const laptop = alice;
      alice = phone;
      await alice.page.getByRole('link', { name: 'Settings' }).click();
      await openDialog();
      await findsNothing(alice.page);
      await alice.loseNetwork();
      await button('Export').click();
      await dialog().getByText('Of 1,203 messages that are known here, 23 are on this device.').waitFor();
      await findsNothing(alice.page);
      const [download] = await Promise.all([
        alice.page.waitForEvent('download'),
        button('Export what is here').click(),
      ]);
      const html = await textOf(download);
      expect(html).toContain('of 1,200 messages, the newest 20');
      await dialog().getByText('Not everything is in the file').waitFor();
      await findsNothing(alice.page);
      alice = laptop;
      await phone.leave();
    });
  });
}

/** Alice reacts, answers and edits, and deletes what she has written, in the conversation with carol. */
async function actOnMessages(alice: Person): Promise<void> {
  const question = 'Is this thing on? <script>alert(1)</script>';
  await alice.open({ name: 'carol-exported' });
  await alice.sees(question);
  await choose(alice, question, 'React…');
  await alice.page.getByRole('button', { name: '👍' }).click();
  await choose(alice, question, 'Reply');
  await alice.write('Look at *this*');
  await alice.sees('Look at this');
  await choose(alice, 'Look at this', 'Edit');
  await alice.write('See *this*');
  await alice.sees('See this');
  await alice.write('A secret');
  await alice.sees('A secret');
  await choose(alice, 'A secret', 'Delete…');
  await alice.page.getByRole('button', { name: 'Delete for everyone' }).click();
  await alice.sees('This message was deleted');
}

/** Opens the menu of a message by a right click, and chooses from it. */
async function choose(person: Person, text: string, item: string): Promise<void> {
  // Its menu is loaded a moment after the conversation is shown.
  await person.page.locator('.refused-act').waitFor({ state: 'attached' });
  const bubble = person.page.locator('[data-text]').filter({ hasText: text }).last();
  await bubble.click({ button: 'right' });
  await person.page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
