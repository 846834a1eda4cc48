import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Where the Chromium from npm unpacks itself, once. */
const UNPACKED = fileURLToPath(new URL('../../.local/browser/', import.meta.url));

/**
 * A real browser: on Linux the Chromium that comes with npm, elsewhere the Chrome of the machine.
 * @throws Error that says what to install
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromiumPath();
  if (executablePath === undefined) return chromium.launch({ channel: 'chrome' });
  return chromium.launch({
    executablePath,
    // Containers often run as root, for whom Chromium has no sandbox; and they give /dev/shm too little room.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** Where it is already, for processes that this one starts: it can't unpack itself for two of them at once. */
export const CHROMIUM_PATH = 'CHROMIUM_PATH';

/** Where the Chromium from npm is, on Linux; elsewhere the Chrome of the machine is found by whoever needs it. */
export async function chromiumPath(): Promise<string | undefined> {
  if (process.env[CHROMIUM_PATH]) return process.env[CHROMIUM_PATH];
  if (process.platform !== 'linux') return undefined;
  mkdirSync(UNPACKED, { recursive: true });
  const { TMPDIR } = process.env;
  // It unpacks into the folder for temporary files, which is shared, and cleared now and then.
  process.env.TMPDIR = UNPACKED;
  try {
    const { default: npmChromium } = await import('@sparticuz/chromium');
    return await npmChromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
