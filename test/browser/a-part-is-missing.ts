import { describe, test } from '@jest/globals';
import type { Pages } from './on-one-system.ts';
import { Person } from './person.ts';

const CODE = '**/assets/chat-parts-*.js';

/** What somebody sees whose page did not come whole. */
export function aPartIsMissing(pages: () => Pages): void {
  describe('when the code of the chat does not come', () => {
    test('the page reloads once by itself, and is well if that helps', async () => {
      const alice = await Person.atBrowser(pages().browser, 'alice-parts', pages().address);
      await alice.page.route(CODE, (route) => route.abort(), { times: 1 });
      await alice.page.goto('/c/bob');
      await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await alice.leave();
    });

    test('the page says so, and has a way on', async () => {
      const alice = await Person.atBrowser(pages().browser, 'alice-parts', pages().address);
      await alice.page.route(CODE, (route) => route.abort());
      await alice.page.goto('/');
      await alice.page.getByRole('heading', { name: 'A part of this page is missing' }).waitFor();
      await alice.page.unroute(CODE);
      await alice.page.getByRole('button', { name: 'Try again' }).click();
      await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await alice.leave();
    });

    test('the page to log in is there all the same, and says it when somebody logs in', async () => {
      const alice = await Person.atBrowser(pages().browser, 'alice-parts', pages().address);
      await alice.page.route(CODE, (route) => route.abort());
      await alice.logIn();
      await alice.page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
      await alice.leave();
    });
  });
}
