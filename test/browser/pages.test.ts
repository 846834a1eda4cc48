import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { HIGH_LIMITS } from '../../scripts/local/limits.ts';
import { quietly } from '../../scripts/local/progress.ts';
import { type System, startSystem } from '../../scripts/local/system.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';
import { aPartIsMissing } from './a-part-is-missing.ts';
import { actsOnMessages } from './acts-on-messages.ts';
import { behindAPortal } from './behind-a-portal.ts';
import { byTouch } from './by-touch.ts';
import { endsLogIns } from './ends-log-ins.ts';
import { exportsConversations } from './exports.ts';
import { farDownTheList } from './far-down-the-list.ts';
import { hasAProfile } from './has-a-profile.ts';
import { inOtherLanguages } from './in-other-languages.ts';
import { isAccessible } from './is-accessible.ts';
import { isInstalled } from './is-installed.ts';
import { isNotified } from './is-notified.ts';
import { keepsSides } from './keeps-sides.ts';
import { longConversations } from './long-conversations.ts';
import { rendersInert } from './renders-inert.ts';
import { searches } from './searches.ts';
import { setsNotifications } from './sets-notifications.ts';
import { tellsOfNews } from './tells-of-news.ts';
import { textAndEmoji } from './text-and-emoji.ts';
import { usesPasskeys } from './uses-passkeys.ts';
import { failWhereBrowsersComplain, launchWatchedBrowser } from './watched-browser.ts';
import { withoutAMouse } from './without-a-mouse.ts';
import { worksOffline } from './works-offline.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'chat-pages-'));
let system: System;
let browser: Browser;

/** What the groups of tests below are about: the pages of a system that runs, in a browser. */
export interface Pages {
  readonly address: string;
  readonly browser: Browser;
}

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({
      port: 0,
      dataFolder: join(folder, 'data'),
      logFolder: join(folder, 'log'),
      // bcrypt's least: sign-ups are not what is tested.
      env: { PASSWORD_COST: '4', LIMITS: HIGH_LIMITS },
      step: quietly,
    }),
    launchWatchedBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  keepLogsOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

failWhereBrowsersComplain();

describe('the pages', () => {
  test('are there', async () => {
    const page = await browser.newPage();
    await page.goto(`${system.address}/login`);
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
  });
});

inOtherLanguages(() => ({ address: system.address, browser }));
isAccessible(() => ({ address: system.address, browser }));
withoutAMouse(() => ({ address: system.address, browser }));
aPartIsMissing(() => ({ address: system.address, browser }));
textAndEmoji(() => ({ address: system.address, browser }));
worksOffline(() => ({ address: system.address, browser }));
behindAPortal(() => ({ address: system.address, browser }));
keepsSides(() => ({ address: system.address, browser }));
farDownTheList(() => ({ address: system.address, browser }));
byTouch(() => ({ address: system.address, browser }));
tellsOfNews(() => ({ address: system.address, browser }));
longConversations(() => ({ address: system.address, browser, endpoint: system.dynamodb.endpoint }));
searches(() => ({ address: system.address, browser, endpoint: system.dynamodb.endpoint }));
actsOnMessages(() => ({ address: system.address, browser }));
exportsConversations(() => ({ address: system.address, browser, endpoint: system.dynamodb.endpoint }));
rendersInert(() => ({ address: system.address, browser }));
hasAProfile(() => ({ address: system.address, browser }));
isInstalled(() => ({ address: system.address, browser }));
isNotified(() => ({ address: system.address, browser }));
usesPasskeys(() => ({ address: system.address, browser }));
setsNotifications(() => ({ address: system.address, browser }));
endsLogIns(() => ({ address: system.address, browser }));
