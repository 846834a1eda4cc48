import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Account, logIn, register } from '../../scripts/client/account.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const NEXT = 'another correct horse';

/** Somebody with two browsers, who logs out the one from the other, or changes the password. */
export function endsLogIns(pages: () => Pages): void {
  describe('alice, who is logged in with a laptop and a phone,', () => {
    let laptop: Person;
    let phone: Person;
    let bob: Account;

    beforeEach(async () => {
      const { browser, address } = pages();
      const name = `alice-${unique()}`;
      bob = await register(address, { name: `bob-${unique()}`, password: PASSWORD });
      laptop = await Person.atBrowser(browser, name, address);
      await laptop.signUp('Alice');
      phone = await Person.atBrowser(browser, name, address, PHONE);
      await phone.logIn();
      await phone.isSignedIn();
      await laptop.page.goto('/settings');
    });
    afterEach(async () => {
      await laptop.leave();
      await phone.leave();
    });

    const logIns = () => laptop.page.getByRole('region', { name: 'Where you are logged in' });
    const passwordForm = () => laptop.page.getByRole('region', { name: 'Change password' });
    const isLoggedOut = async ({ page }: Person) => {
      await page.getByText('You have been logged out. Log in to go on.').waitFor({ timeout: 10_000 });
      // Nothing of hers is left there.
      await page.waitForFunction(async () => {
        const databases = await indexedDB.databases();
        return databases.length === 0 && !Object.keys(localStorage).some((key) => key.startsWith('draft/'));
      });
    };

    test('logs the phone out from the laptop: its page shows that, and keeps nothing', async () => {
      await phone.open(bob.me);
      await phone.messageBox().fill('a draft');
      await logIns().getByText('This device').waitFor();
      expect(await logIns().getByRole('listitem').count()).toBe(2);
      await logIns()
        .getByRole('button', { name: /^Log out .*Chrome/ })
        .click();
      const question = laptop.page.getByRole('dialog', { name: /^Log out .*\?$/ });
      await question.getByRole('button', { name: 'Log out' }).click();
      await isLoggedOut(phone);
      await logIns().getByRole('listitem').nth(1).waitFor({ state: 'detached' });
      // And the laptop goes on.
      await laptop.open(bob.me);
      await laptop.write('from the laptop');
      await laptop.sees('from the laptop');
    });

    test('sees the last five log-ins of many, and the others when she asks for them', async () => {
      const { address } = pages();
      for (let more = 0; more < 5; more += 1) await logIn(address, { name: laptop.name, password: PASSWORD });
      await laptop.page.reload();
      await logIns().getByText('This device').waitFor();
      expect(await logIns().getByRole('listitem').count()).toBe(5);
      await logIns().getByRole('button', { name: 'Show all 7' }).click();
      expect(await logIns().getByRole('listitem').count()).toBe(7);
      expect(await logIns().evaluate((region) => region.contains(document.activeElement))).toBe(true);
    });

    test('is told if nothing could be done, and can try again', async () => {
      await logIns().getByText('This device').waitFor();
      await laptop.page.route('**/api/end-session', (route) => route.abort());
      await logIns()
        .getByRole('button', { name: /^Log out .*Chrome/ })
        .click();
      const question = laptop.page.getByRole('dialog', { name: /^Log out .*\?$/ });
      await question.getByRole('button', { name: 'Log out' }).click();
      await question.getByText('Nothing was logged out. The server can’t be reached.').waitFor();
      await laptop.page.unroute('**/api/end-session');
      await question.getByRole('button', { name: 'Log out' }).click();
      await isLoggedOut(phone);
    });

    test('changes her password, after errors in words, and only the phone has to log in again', async () => {
      const [current, next] = [
        passwordForm().getByLabel('Current password'),
        passwordForm().getByLabel('New password'),
      ];
      const change = async (values: [string, string]) => {
        await current.fill(values[0]);
        await next.fill(values[1]);
        await passwordForm().getByRole('button', { name: 'Change password' }).click();
      };
      await change(['not hers', NEXT]);
      await passwordForm().getByText('This is not your current password.').waitFor();
      expect(await current.evaluate((input) => input === document.activeElement)).toBe(true);
      await change([PASSWORD, 'iloveyou']);
      await passwordForm().getByText('one of the first that others would try').waitFor();
      await change([PASSWORD, 'short']);
      await passwordForm().getByText('A password has 8 to 128 characters.').waitFor();
      expect(await next.getAttribute('aria-invalid')).toBe('true');

      await change([PASSWORD, NEXT]);
      await passwordForm().getByText('Your password is changed.').waitFor();
      await isLoggedOut(phone);
      await logIns().getByText('This device').waitFor();
      expect(await logIns().getByRole('listitem').count()).toBe(1);
      // Past the second in which a page finds out that it is logged out.
      await laptop.open(bob.me);
      await laptop.write('still here');
      await laptop.sees('still here');
      await phone.logIn(PASSWORD);
      await phone.page.getByText('The name or the password is wrong.').waitFor();
      await phone.logIn(NEXT);
      await phone.isSignedIn();
    });

    test('has another tab of the same browser go on when she changes her password', async () => {
      const tab = await laptop.page.context().newPage();
      await tab.goto(`/c/${bob.me.name}`);
      await tab.getByRole('textbox', { name: 'Message' }).waitFor();
      await passwordForm().getByLabel('Current password').fill(PASSWORD);
      await passwordForm().getByLabel('New password').fill(NEXT);
      await passwordForm().getByRole('button', { name: 'Change password' }).click();
      await passwordForm().getByText('Your password is changed.').waitFor();
      await tab.getByRole('textbox', { name: 'Message' }).fill('from the other tab');
      await tab.keyboard.press('Enter');
      await tab.locator('[data-client-id][data-state="stored"]').last().waitFor({ timeout: 15_000 });
    });

    test('finds the current password to be filled in by the browser, and the new one to be made by it', async () => {
      const autocomplete = (label: string) => passwordForm().getByLabel(label).getAttribute('autocomplete');
      expect(await autocomplete('Current password')).toBe('current-password');
      expect(await autocomplete('New password')).toBe('new-password');
      const field = passwordForm().getByLabel('New password');
      await field.fill('seen by nobody');
      expect(await field.getAttribute('type')).toBe('password');
      await passwordForm().getByRole('button', { name: 'Show' }).nth(1).click();
      expect(await field.getAttribute('type')).toBe('text');
    });
  });
}

let people = 0;
function unique(): string {
  people += 1;
  return `ends-${people}`;
}
