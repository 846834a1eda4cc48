import { describe, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import type { Pages } from './on-one-system.ts';
import { Person } from './person.ts';

const BOB = { name: 'bob-portal' };

/** What a hotel's network gives in the server's place, until one has agreed to its terms. */
const PORTALS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'its own page': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Welcome, guest</title>' }),
  'the way to its own page': (route) => route.fulfill({ status: 302, headers: { location: '/welcome' } }),
};

/** That a network which answers in the server's place is not taken for the server. */
export function behindAPortal(pages: () => Pages): void {
  describe('in a network that answers everything with', () => {
    test.each(Object.keys(PORTALS))(
      '%s, alice is told, reads and writes, and all is sent afterwards',
      async (name) => {
        const { address, browser } = pages();
        const bob = await Person.atBrowser(browser, `${BOB.name}-${name.length}`, address);
        await bob.signUp('Bob');
        await bob.leave();
        const alice = await Person.atBrowser(browser, `alice-portal-${name.length}`, address);
        await alice.signUp('Alice');
        await alice.openByPeople(bob);
        await alice.write('from home');
        await alice.sees('from home');

        const answers = PORTALS[name] as (route: Route) => Promise<void>;
        await alice.page.context().route('**/api/**', answers);
        await alice.loseSockets();
        await alice.write('from the hotel');
        await alice.page
          .getByRole('status')
          .filter({ hasText: /is kept, and sent/ })
          .waitFor();
        await alice.sees('from the hotel', 'pending');

        await alice.page.context().unroute('**/api/**', answers);
        alice.letSocketsThrough();
        await alice.seesJust(['from home', 'from the hotel'], 40_000);
        await alice.leave();
      },
    );
  });
}
