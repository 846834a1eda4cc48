import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { System } from '../../scripts/local/system.ts';
import { Person } from './person.ts';
import { launchWatchedBrowser } from './watched-browser.ts';

/** What two people see of a server that dies and comes back; only where the suite may kill it. */
export function theServerComesBack(system: () => System): void {
  describe('the server is killed and comes back', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchWatchedBrowser();
    });
    afterAll(() => browser?.close());

    test('what alice writes meanwhile is pending, then stored once, and bob gets it', async () => {
      const alice = await Person.atBrowser(browser, 'alice', system().address);
      const bob = await Person.atBrowser(browser, 'bob', system().address);
      await alice.signUp('Alice');
      await bob.signUp('Bob');
      await alice.open(bob);
      await bob.open(alice);
      await alice.write('before');
      await bob.sees('before');

      await system().killFunctions();
      await alice.page
        .getByRole('status')
        .filter({ hasText: /connect/i })
        .waitFor();
      await alice.write('while it is down');
      await alice.write('and another');
      await alice.sees('and another', 'pending');
      expect(await bob.texts()).toEqual(['before']);
      await system().startFunctions();

      await alice.seesJust(['before', 'while it is down', 'and another'], 40_000);
      await bob.seesJust(['before', 'while it is down', 'and another'], 40_000);
      await bob.write('after');
      await alice.sees('after');
      await Promise.all([alice.leave(), bob.leave()]);
    });

    test('somebody who opens the page while it is down is told, and gets in when it is back', async () => {
      const carol = await Person.atBrowser(browser, 'carol', system().address);
      await carol.signUp('Carol');
      await system().killFunctions();
      await carol.page.goto('/');
      await carol.page
        .getByText(/server/i)
        .first()
        .waitFor();
      await system().startFunctions();
      await carol.isSignedIn(40_000);
      await carol.leave();
    });
  });
}
