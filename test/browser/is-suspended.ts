import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Person } from './person.ts';
import { launchWatchedBrowser } from './watched-browser.ts';

/** The sockets of who is suspended are closed within this; the page that had one leaves as soon as it has looked again. */
const CLOSED_WITHIN_MS = 1_000;

const ADMIN = fileURLToPath(new URL('../../scripts/admin.ts', import.meta.url));

/** What mallory sees when an operator suspends her, while a chat runs that has its data in the folder. */
export function isSuspended(address: () => string, dataFolder: string): void {
  const admin = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, [ADMIN, ...args, '--data', dataFolder]);
    return stdout;
  };

  describe('an operator at the terminal', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchWatchedBrowser();
    });
    afterAll(() => browser?.close());

    test('suspends somebody who has the chat open, and restores them', async () => {
      const mallory = await Person.atBrowser(browser, 'mallory-suspended', address());
      const closedAt = new Promise<number>((resolve) => {
        mallory.page.on('websocket', (socket) => socket.on('close', () => resolve(Date.now())));
      });
      await mallory.signUp('Mallory');
      expect(await admin('show', mallory.name)).toMatch(/^Sockets {8}1$/m);

      await admin('suspend', mallory.name, '--reason', 'spam');
      const suspended = JSON.parse(await admin('audit', mallory.name, '--json')) as {
        at: number;
        event: string;
      }[];
      const { at = 0 } = suspended.find(({ event }) => event === 'suspended') ?? {};
      expect((await closedAt) - at).toBeLessThan(CLOSED_WITHIN_MS);
      await mallory.page.waitForURL(/\/login/);

      await mallory.logIn();
      await mallory.page.getByText('Your account has been suspended').waitFor();

      await admin('restore', mallory.name);
      await mallory.logIn();
      await mallory.isSignedIn();
      await mallory.leave();
    });
  });
}
