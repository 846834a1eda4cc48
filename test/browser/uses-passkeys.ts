import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

/** A security chip, as a laptop has it: it keeps passkeys, and knows who is there by a finger. */
const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** Somebody whose browser has an authenticator, which logs in with it. */
export function usesPasskeys(pages: () => Pages): void {
  describe('alice, whose browser has an authenticator,', () => {
    let alice: Person;
    let browser: CDPSession;
    let authenticatorId: string;

    beforeEach(async () => {
      alice = await Person.atBrowser(pages().browser, `alice-${unique()}`, pages().address);
      browser = await alice.page.context().newCDPSession(alice.page);
      await browser.send('WebAuthn.enable');
      ({ authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
        options: AUTHENTICATOR,
      }));
      await alice.signUp('Alice');
      await alice.page.goto('/settings');
    });
    afterEach(() => alice.leave());

    const passkeys = () => alice.page.getByRole('region', { name: 'Passkeys' });
    const hasFocus = () => passkeys().evaluate((region) => region.contains(document.activeElement));
    const question = () => alice.page.getByRole('dialog');
    const kept = async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
    const isThere = (isUserVerified: boolean) =>
      browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });

    const ask = async (password = PASSWORD) => {
      await passkeys().getByRole('button', { name: 'Add a passkey' }).click();
      await question().getByLabel('Your password').fill(password);
      await question().getByRole('button', { name: 'Continue' }).click();
    };
    const add = async () => {
      await ask();
      await passkeys().getByRole('listitem').waitFor();
    };
    const logInWithPasskey = () => alice.page.getByRole('button', { name: 'Log in with a passkey' }).click();

    test('adds a passkey, logs in with it, removes it, and cannot log in with it any more', async () => {
      await passkeys().getByText('You have no passkey yet.').waitFor();
      await add();
      await passkeys().getByText('Not used yet').waitFor();
      expect(await hasFocus()).toBe(true);
      expect(await kept()).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);
      await alice.logOut();
      await logInWithPasskey();
      await alice.isSignedIn();

      // As if the authenticator had not heard that it is of no use any more.
      const [credential] = await kept();
      await alice.page.goto('/settings');
      await passkeys()
        .getByText(/^Last used today/)
        .waitFor();
      await passkeys()
        .getByRole('button', { name: /^Remove the passkey of .*Chrome/ })
        .click();
      await question().getByLabel('Your password').fill(PASSWORD);
      await question().getByRole('button', { name: 'Remove', exact: true }).click();
      await passkeys().getByText('You have no passkey yet.').waitFor();
      expect(await hasFocus()).toBe(true);
      await alice.logOut();
      if ((await kept()).length === 0 && credential) {
        await browser.send('WebAuthn.addCredential', { authenticatorId, credential });
      }
      await logInWithPasskey();
      await alice.page.getByText('This passkey opens no account here').waitFor();
      await alice.logIn();
      await alice.isSignedIn();
    });

    test('adds none without her password, nor twice in the same place', async () => {
      await ask('not hers');
      await question().getByText('This is not the password of your account.').waitFor();
      expect(await kept()).toEqual([]);
      await question().getByLabel('Your password').fill(PASSWORD);
      await question().getByRole('button', { name: 'Continue' }).click();
      await passkeys().getByRole('listitem').waitFor();
      await ask();
      await question().getByText('There is a passkey of yours in that device already.').waitFor();
      expect(await kept()).toHaveLength(1);
      await alice.page.keyboard.press('Escape');
      expect(await passkeys().getByRole('listitem').count()).toBe(1);
    });

    test('is told that no passkey was made, or used, where her finger is not known', async () => {
      await isThere(false);
      await ask();
      await question().getByText('No passkey was made.').waitFor();
      await isThere(true);
      await question().getByRole('button', { name: 'Continue' }).click();
      await passkeys().getByRole('listitem').waitFor();
      await alice.logOut();
      await isThere(false);
      await logInWithPasskey();
      await alice.page.getByText('No passkey was used.').waitFor();
      await isThere(true);
      await logInWithPasskey();
      await alice.isSignedIn();
    });

    test('logs in with it on a shared computer, which is not kept after the browser is closed', async () => {
      await add();
      await alice.logOut();
      await alice.page.getByLabel('This is a shared computer').check();
      await logInWithPasskey();
      await alice.isSignedIn();
      const cookies = await alice.page.context().cookies();
      expect(cookies.find(({ name }) => name === 'chat-session')).toMatchObject({ expires: -1 });
      expect(cookies.map(({ name }) => name)).not.toContain('chat-passkey-log-in');
    });

    test('is told if the server can’t be reached, and can try again', async () => {
      await add();
      await alice.logOut();
      await alice.page.route('**/api/passkey-log-in', (route) => route.abort());
      await logInWithPasskey();
      await alice.page.getByText('can’t be reached').waitFor();
      await alice.page.unroute('**/api/passkey-log-in');
      await logInWithPasskey();
      await alice.isSignedIn();
    });
  });

  test('where the address is a number, no passkeys are offered', async () => {
    const address = pages().address.replace('localhost', '127.0.0.1');
    const bob = await Person.atBrowser(pages().browser, `bob-${unique()}`, address);
    await bob.signUp();
    await bob.page.goto('/settings');
    const region = bob.page.getByRole('region', { name: 'Passkeys' });
    await region.getByText('This browser can’t make passkeys at this address.').waitFor();
    await bob.logOut();
    await bob.page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
    expect(await bob.page.getByRole('button', { name: 'Log in with a passkey' }).count()).toBe(0);
    await bob.leave();
  });
}

let people = 0;
function unique(): string {
  people += 1;
  return `passkeys-${people}`;
}
