import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { png } from '../support/pictures.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

/** That alice can show who she is, and be gone for good. */
export function hasAProfile(pages: () => Pages): void {
  describe('a profile', () => {
    let alice: Person;
    let bob: Person;
    const question = () => alice.page.getByRole('dialog', { name: 'Delete your account?' });

    beforeAll(async () => {
      const { address, browser } = pages();
      [alice, bob] = await Promise.all([
        Person.atBrowser(browser, 'alice-shown', address),
        Person.atBrowser(browser, 'bob-sees', address),
      ]);
      await alice.page.emulateMedia({ reducedMotion: 'reduce' });
      await Promise.all([alice.signUp('Alice Shown'), bob.signUp('Bob')]);
      await alice.open(bob);
      await alice.write('written by alice');
      await bob.open(alice);
      await bob.write('written by bob');
    });
    afterAll(async () => {
      await alice?.leave();
      await bob?.leave();
    });

    test('has a picture that is made small here, a name and a line, which bob sees when he comes back', async () => {
      const { page } = alice;
      await page.goto('/settings');
      const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(png(640, 480)) };
      await page.getByTestId('picture').setInputFiles(file);
      await page.getByRole('button', { name: 'Use this picture' }).click();
      await page.getByRole('button', { name: 'Choose another picture' }).waitFor();
      const shown = page.locator('.my-picture .avatar img');
      await expect(
        shown.evaluate(async (image: HTMLImageElement) => {
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        }),
      ).resolves.toEqual([192, 192]);
      await page.getByLabel('Display name').fill('Alice Marlow');
      await page.getByLabel('About you').fill('At the lake');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Your profile is saved.').waitFor();
      await findsNothing(page);

      await bob.page.reload();
      await bob.page.getByRole('heading', { name: 'Alice Marlow' }).waitFor();
      await bob.page.locator('.conversation-header').getByText('At the lake').waitFor();
      const picture = bob.page.locator('.conversation-header .avatar img');
      await picture.evaluate((image: HTMLImageElement) => image.decode());
    });

    test('refuses what is no picture in words', async () => {
      const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') };
      await alice.page.getByTestId('picture').setInputFiles(file);
      await alice.page.getByRole('alert').getByText('can’t be read as a picture').waitFor();
    });

    test('goes for good with the account: alice saves what she has, bob sees it at once, and nobody gets the name', async () => {
      const { page } = alice;
      await page.getByRole('button', { name: 'Delete my account…' }).click();
      await question().waitFor();
      await findsNothing(page);
      await question().getByRole('button', { name: 'Export everything…' }).click();
      const exporting = page.getByRole('dialog', { name: 'Export all conversations' });
      await exporting.getByRole('radio', { name: 'For other programs' }).check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        exporting.getByRole('button', { name: 'Export' }).click(),
      ]);
      const { account } = JSON.parse(readFileSync(await download.path(), 'utf8')) as { account: object };
      expect(account).toMatchObject({ profile: { name: 'alice-shown', about: 'At the lake' } });
      await exporting.getByRole('button', { name: 'Close' }).click();

      await question().getByLabel('Your password').fill('another password');
      await question().getByRole('button', { name: 'Delete for ever' }).click();
      await question().getByRole('alert').getByText('This is not your password.').waitFor();
      await question().getByLabel('Your password').fill(PASSWORD);
      await question().getByRole('button', { name: 'Delete for ever' }).click();
      await page.waitForURL('**/login');

      await bob.page.getByText('This account has been deleted.').waitFor();
      await bob.page.getByRole('heading', { name: 'Deleted account' }).waitFor();
      await bob.page.getByText('written by bob').first().waitFor();
      expect(await bob.page.getByText('written by alice').count()).toBe(0);
      await findsNothing(bob.page);

      await alice.logIn();
      await page.getByText('The name or the password is wrong.').waitFor();
      await page.goto('/new_user');
      await page.getByLabel('Name', { exact: true }).fill('alice-shown');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByText('Somebody has this name already').waitFor();
    });
  });
}
