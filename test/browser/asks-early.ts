import { describe, test } from '@jest/globals';
import type { Pages } from './on-one-system.ts';

/** What is shown first is asked for before the first script has come that would load it. */
export function asksEarly(pages: () => Pages): void {
  describe('while the first script is on its way', () => {
    test.each([
      ['/login', /\/assets\/signed-out-.+\.js$/],
      ['/c/bob', /\/assets\/chat-parts-.+\.js$/],
    ])('%s asks for what it shows first', async (path, part) => {
      const { address, browser } = pages();
      const context = await browser.newContext({ baseURL: address });
      const page = await context.newPage();
      const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
      await page.route(/\/assets\/index-.+\.js$/, async (route) => {
        await asked;
        await route.continue();
      });
      page.on('request', (request) => {
        if (part.test(request.url())) isAsked();
      });
      await page.goto(path);
      await context.close();
    });
  });
}
