import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { UNHINDERED } from '../../scripts/local/limits.ts';
import { quietly } from '../../scripts/local/progress.ts';
import { type System, startSystem } from '../../scripts/local/system.ts';
import { keepLogsOf } from '../support/kept-for-scan.ts';
import { failWhereBrowsersComplain, launchWatchedBrowser } from './watched-browser.ts';

/** What a group of tests is about: the pages of a system that runs, in a browser. */
export interface Pages {
  readonly address: string;
  readonly browser: Browser;
  /** Of the database, for what would take too long to be written by hand. */
  readonly endpoint: string;
}

/** Tests that have a system and a browser in common, which start before the first and end after the last. */
export function onOneSystem(...groups: readonly ((pages: () => Pages) => void)[]): void {
  jest.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'chat-pages-'));
  let system: System;
  let browser: Browser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startSystem({
        port: 0,
        dataFolder: join(folder, 'data'),
        logFolder: join(folder, 'log'),
        env: UNHINDERED,
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
  for (const group of groups)
    group(() => ({ address: system.address, browser, endpoint: system.dynamodb.endpoint }));
}
