import { afterEach, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/bench/browser.ts';
import { keepSecret, keepSecretsIn } from '../support/kept-for-scan.ts';

/** What a browser says at its console of what the pages' headers forbid, or of headers that it does not understand. */
const OF_HEADERS =
  /content.security.policy|trusted ?(types|html|script)|permissions.policy|cross-origin-\w+-policy/i;

const BINDING = 'complainOfViolation';

const complaints: string[] = [];

/** A browser whose pages are listened to, whoever opens them: see `failWhereBrowsersComplain`. */
export async function launchWatchedBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await watch(context);
    keepSecretsOf(context);
    return context;
  };
  return browser;
}

/** Has each test fail in which a page did something that its policy forbids, or threw what nobody caught. */
export function failWhereBrowsersComplain(): void {
  afterEach(() => {
    expect(takeComplaints()).toEqual([]);
  });
}

/** What browsers have complained of since the last look, which is then forgiven. */
export function takeComplaints(): string[] {
  return complaints.splice(0);
}

async function watch(context: BrowserContext): Promise<void> {
  context.on('weberror', (error) => complaints.push(String(error.error().stack ?? error.error())));
  context.on('console', (message) => {
    if (OF_HEADERS.test(message.text())) complaints.push(message.text());
  });
  // The console says the same, but not in every browser's words.
  await context.exposeFunction(BINDING, (violation: string) => void complaints.push(violation));
  await context.addInitScript((name) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const tell = (globalThis as unknown as Record<string, (text: string) => void>)[name];
      tell?.(`${effectiveDirective} forbids ${blockedURI} ${sample}`);
    });
  }, BINDING);
}

/** Notes what goes over the network: passwords and tickets in bodies, messages in frames, cookies. */
function keepSecretsOf(context: BrowserContext): void {
  context.on('request', (request) => keepSecretsIn(request.postData() ?? '{}'));
  context.on('response', async (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return;
    for (const { value } of await context.cookies().catch(() => [])) keepSecret('cookie', value);
  });
  context.on('page', (page: Page) => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => keepSecretsIn(String(payload)));
    });
  });
}
