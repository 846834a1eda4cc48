import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeInApp } from '../support/authenticator.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const NEXT = 'another correct horse';
const STEP_MS = 30_000;
const LOOKS = [
  { viewport: undefined, colorScheme: 'light', look: 'light' },
  { viewport: PHONE, colorScheme: 'dark', look: 'dark, on a phone' },
] as const;

/** That alice can come back who has forgotten her password, and that whoever knows it is not enough to be her. */
export function usesCodes(pages: () => Pages): void {
  describe.each(LOOKS)('alice, whose pages are $look,', ({ viewport, colorScheme }) => {
    let alice: Person;
    let codes: string[];
    let secret: string;

    beforeAll(async () => {
      const { browser, address } = pages();
      alice = await Person.atBrowser(browser, `alice-codes-${colorScheme}`, address, viewport);
      await alice.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await alice.signUp('Alice');
    });
    afterAll(() => alice?.leave());

    const section = (name: string) => alice.page.getByRole('region', { name });
    const dialog = (name: string) => alice.page.getByRole('dialog', { name });
    const overhang = () =>
      alice.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const isFine = async () => {
      await findsNothing(alice.page);
      expect(await overhang()).toBe(0);
    };
    /** Of now, by which it is turned on; and of the step after that, as each is good once. */
    const codeOfNow = () => codeInApp(secret, Date.now());
    const nextCode = () => codeInApp(secret, Date.now() + STEP_MS);
    const beginsToTurnOn = async () => {
      await section('Second factor').getByRole('button', { name: 'Turn on…' }).click();
      const asked = dialog('Turn on the second factor');
      await asked.getByRole('img', { name: 'QR code for the app' }).waitFor();
      secret = (await asked.locator('.code-to-copy').textContent())?.replaceAll(' ', '') ?? '';
      return asked;
    };
    const turnsOn = async (code: string, password: string) => {
      const asked = dialog('Turn on the second factor');
      await asked.getByLabel('Your password').fill(password);
      await asked.getByLabel('Code', { exact: true }).fill(code);
      await asked.getByRole('button', { name: 'Turn on' }).click();
    };
    const turnsOff = async (password: string) => {
      await section('Second factor').getByRole('button', { name: 'Turn off…' }).click();
      const asked = dialog('Turn off the second factor?');
      await asked.getByLabel('Your password').fill(password);
      await isFine();
      await asked.getByRole('button', { name: 'Turn off' }).click();
      await section('Second factor').getByText('It is off').waitFor();
    };

    test('makes recovery codes, after an error in words, and can save them', async () => {
      const { page } = alice;
      await page.goto('/settings');
      const recovery = section('Recovery codes');
      await recovery.getByText('You have none.').waitFor();
      await recovery.getByRole('button', { name: 'Make recovery codes…' }).click();
      const asked = dialog('Recovery codes');
      await asked.getByLabel('Your password').fill('not hers');
      await asked.getByRole('button', { name: 'Make codes' }).click();
      await asked.getByText('This is not your password.').waitFor();
      await isFine();
      await asked.getByLabel('Your password').fill(PASSWORD);
      await asked.getByRole('button', { name: 'Make codes' }).click();
      const shown = dialog('Your recovery codes');
      await shown.waitFor();
      codes = await shown.getByRole('listitem').allTextContents();
      expect(codes).toHaveLength(10);
      await isFine();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        shown.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      expect(
        readFileSync(await download.path(), 'utf8')
          .trim()
          .split('\n'),
      ).toEqual(codes);
      await shown.getByRole('button', { name: 'Done' }).click();
      const again = recovery.getByRole('button', { name: 'Make recovery codes…' });
      expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);
      await recovery.getByText('10 codes are left. Made today.').waitFor();
    });

    test('turns on a second factor by a picture or its secret, after a wrong code', async () => {
      const factor = section('Second factor');
      await factor.getByText('It is off').waitFor();
      const asked = await beginsToTurnOn();
      const address = await asked.getByRole('link', { name: 'Open in an app' }).getAttribute('href');
      const site = encodeURIComponent(new URL(pages().address).host);
      expect(address).toMatch(new RegExp(`^otpauth://totp/${site}:${alice.name}\\?secret=[A-Z2-7]{32}&`));
      expect(address).toContain(`secret=${secret}`);
      await isFine();

      await turnsOn('no code', PASSWORD);
      await asked.getByText('This code is wrong, or it has been used.').waitFor();
      expect(
        await asked.getByLabel('Code', { exact: true }).evaluate((input) => input === document.activeElement),
      ).toBe(true);
      await turnsOn(codeOfNow(), PASSWORD);
      await factor.getByText('It is on since today').waitFor();
      await isFine();
    });

    test('is asked for the code at a log-in, and gets in with it', async () => {
      const { page } = alice;
      await alice.logOut();
      await alice.logIn();
      const field = page.getByLabel('Code', { exact: true });
      await field.waitFor();
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
      await isFine();
      await field.fill('no code');
      await page.keyboard.press('Enter');
      await page.getByText('This code is wrong, or it has been used.').waitFor();
      await isFine();
      await field.fill(nextCode());
      await page.keyboard.press('Enter');
      await alice.isSignedIn();
    });

    test('gets in with a recovery code as well, of which there is one less then', async () => {
      await alice.logOut();
      await alice.logIn();
      await alice.page.getByLabel('Code', { exact: true }).fill(`${codes[0]?.toLowerCase()}`);
      await alice.page.keyboard.press('Enter');
      await alice.isSignedIn();
      await alice.page.goto('/settings');
      await section('Recovery codes').getByText('9 codes are left.').waitFor();
    });

    test('has a new phone: turns the second factor off, and on again with another secret', async () => {
      const former = secret;
      await turnsOff(PASSWORD);
      await beginsToTurnOn();
      expect(secret).not.toBe(former);
      await turnsOn(codeOfNow(), PASSWORD);
      await section('Second factor').getByText('It is on since today').waitFor();
    });

    test('has forgotten her password: chooses another by a recovery code and the code of her app', async () => {
      const { page } = alice;
      await alice.logOut();
      await page.getByRole('link', { name: 'Forgot your password?' }).click();
      await page.getByRole('heading', { name: 'Choose another password' }).waitFor();
      await isFine();
      const recover = async (recoveryCode: string | undefined) => {
        await page.getByLabel('Name', { exact: true }).fill(alice.name);
        await page.getByLabel('Recovery code', { exact: true }).fill(`${recoveryCode}`);
        await page.getByLabel('New password').fill(NEXT);
        await page.getByRole('button', { name: 'Choose this password' }).click();
      };
      await recover(codes[0]);
      await page.getByText('The name or the recovery code is wrong.').waitFor();
      await recover(codes[1]);
      await page.getByLabel('Code', { exact: true }).fill(nextCode());
      await isFine();
      await page.keyboard.press('Enter');
      await alice.isSignedIn();

      await page.goto('/settings');
      await turnsOff(NEXT);
      await alice.logOut();
      await alice.logIn(NEXT);
      await alice.isSignedIn();
    });
  });
}
