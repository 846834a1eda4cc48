import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UNHINDERED } from '../local/limits.ts';
import { step } from '../local/progress.ts';
import { type System, startSystem } from '../local/system.ts';
import { launchBrowser } from './browser.ts';

/** A folder in memory, where the machine has one: on a disk that others use, 60,000 messages take minutes to write. */
const IN_MEMORY = '/dev/shm';

/** Uses a chat of its own, in an empty folder, and a browser; both end with their use. */
export async function withOwnSystem(use: (system: System, browser: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'chat-own-'));
  const system = await startSystem({
    port: 0,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    env: UNHINDERED,
    step,
  });
  const browser = await launchBrowser();
  try {
    await use(system, browser);
  } finally {
    await browser.close();
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
