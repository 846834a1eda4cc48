import type { Browser, Page } from 'playwright-core';
import { firstLoad, paintedMs } from './bench/first-load.ts';
import { heapWith } from './bench/heap.ts';
import { writeLongTalk } from './bench/long-talk.ts';
import { withOwnSystem } from './bench/own-system.ts';
import { quantile } from './bench/quantile.ts';
import { machine, table, tell } from './bench/section.ts';
import { type Account, register } from './client/account.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';

const PASSWORD = 'correct horse battery';
const MESSAGES = 10_000;
const MANY_MESSAGES = 50_000;
const SWITCHES = 20;
const ARRIVING_PER_S = 100;
const ARRIVING_S = 5;
/** What a frame may carry. */
const PER_FRAME = 10;

const VIEWPORT = { width: 1280, height: 800 };
/** A display shows 60 a second. */
const FRAME_MS = 1_000 / 60;

interface Figures {
  readonly [what: string]: string;
}

/** `npm run bench:pages`: how quick the pages are in a real browser, on a system of their own. */
await reportProblem(() =>
  withOwnSystem(async ({ address, dynamodb }, browser) => {
    const bob = await step(`Writing ${MESSAGES + MANY_MESSAGES} messages`, () =>
      prepare(address, dynamodb.endpoint),
    );
    const context = await browser.newContext({ baseURL: address, viewport: VIEWPORT });
    const page = await context.newPage();
    const figures = await step('Measuring', () => measure(page, bob));
    const memory = await step(`Scrolling through ${MANY_MESSAGES} messages`, () => heapWith(page, 'dora'));
    const { cookies } = await context.storageState();
    const first = await step('Loading for the first time', () => firstLoads(browser, address, cookies));
    const rows = Object.entries({ ...first, ...figures, ...memory });
    tell(`In Chromium ${browser.version()}, on a system of its own; ${machine()}. alice has ${MESSAGES.toLocaleString('en')} messages with bob, 100 with carol, ${MANY_MESSAGES.toLocaleString('en')} with dora.

${table(['', ''], rows)}
`);
  }),
);

/** alice has a long conversation with bob, a short one with carol, and one with dora that goes back for years. */
async function prepare(address: string, endpoint: string): Promise<Account> {
  const [, bob] = await Promise.all(
    ['alice', 'bob', 'carol', 'dora'].map((name) => register(address, { name, password: PASSWORD })),
  );
  await writeLongTalk(endpoint, ['alice', 'bob'], MESSAGES);
  await writeLongTalk(endpoint, ['alice', 'carol'], 100);
  await writeLongTalk(endpoint, ['alice', 'dora'], MANY_MESSAGES);
  return bob as Account;
}

async function measure(page: Page, bob: Account): Promise<Figures> {
  await page.goto('/login');
  await page.getByLabel('Name', { exact: true }).fill('alice');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.locator('a[href="/c/bob"]').first().waitFor();
  const fromEmpty = await firstMessage(page);
  // The device keeps what it learned a moment later.
  await page.waitForTimeout(1_000);
  const kept = await firstMessage(page);

  const switches: number[] = [];
  for (let i = 0; i < SWITCHES; i += 1) switches.push(await switchTo(page, i % 2 === 0 ? 'carol' : 'bob'));
  const typing = await typeWhileMuchComes(page, bob);
  return {
    'first message on screen, from the server': ms(fromEmpty),
    'first message on screen, from the device': ms(kept),
    [`switch between conversations (10,000 and 100), p50 of ${SWITCHES}`]: ms(quantile(switches, 0.5)),
    'switch between conversations, p95': ms(quantile(switches, 0.95)),
    ...typing,
  };
}

/** Since the navigation began. */
async function firstMessage(page: Page): Promise<number> {
  await page.goto('/c/bob');
  await page.locator('[role="log"] [data-client-id]').first().waitFor();
  return paintedMs(page);
}

/** In browsers that have nothing but, for the chat, the cookie of a log-in. */
async function firstLoads(browser: Browser, address: string, cookies: Cookies): Promise<Figures> {
  const figures: Record<string, string> = {};
  for (const network of ['as it is', 'slow'] as const) {
    const where = network === 'slow' ? ', on a slow network (150 ms, 1.6 Mbit/s)' : '';
    for (const [what, path, shown, kept] of [
      ['/login', '/login', 'input[type="password"]', []],
      ['first message', '/c/bob', '[role="log"] [data-client-id]', cookies],
    ] as const) {
      const context = await browser.newContext({ baseURL: address, viewport: VIEWPORT });
      await context.addCookies([...kept]);
      const { shownMs, requests, bytes } = await firstLoad(context, path, shown, network);
      figures[`${what} on screen, with nothing in the browser${where}`] =
        `${ms(shownMs)}; ${requests} requests, ${Math.round(bytes / 1_000)} kB`;
      await context.close();
    }
  }
  return figures;
}

type Cookies = Parameters<Awaited<ReturnType<Browser['newContext']>>['addCookies']>[0];

/** From the click to the frame after the messages are there. */
function switchTo(page: Page, name: string): Promise<number> {
  return page.evaluate(async (who) => {
    const link = document.querySelector<HTMLElement>(`nav a[href="/c/${who}"]`);
    const began = performance.now();
    link?.click();
    while (!document.querySelector('[role="log"] [data-client-id]') || location.pathname !== `/c/${who}`) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  }, name);
}

async function typeWhileMuchComes(page: Page, bob: Account): Promise<Figures> {
  const keys = page.evaluate(async (seconds) => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea');
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    const took: number[] = [];
    const frames: number[] = [];
    let before = performance.now();
    const watch = () => {
      frames.push(performance.now() - before);
      before = performance.now();
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    for (let i = 0; i < seconds * 10; i += 1) {
      const began = performance.now();
      set?.call(field, 'a'.repeat(i + 1));
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
    return { took, frames };
  }, ARRIVING_S);
  const sent = await sendSteadily(bob);
  const { took, frames } = await keys;
  await page
    .locator('[data-text]')
    .filter({ hasText: `arriving ${sent}` })
    .last()
    .waitFor();
  const rows = await page.locator('[role="log"] [data-client-id]').count();
  return {
    [`key to paint while ${ARRIVING_PER_S} messages/s arrive, p50`]: ms(quantile(took, 0.5)),
    'key to paint meanwhile, p95': ms(quantile(took, 0.95)),
    'frames dropped meanwhile': `${droppedIn(frames)} of ${Math.round((ARRIVING_S * 1_000) / FRAME_MS)}`,
    'frames of more than 50 ms meanwhile': `${frames.filter((frame) => frame > 50).length} of ${frames.length}`,
    'rows in the page': String(rows),
  };
}

/** How many more would have been shown in the time between those that were. */
function droppedIn(frames: readonly number[]): number {
  return frames.reduce((dropped, took) => dropped + Math.max(0, Math.round(took / FRAME_MS) - 1), 0);
}

async function sendSteadily(bob: Account): Promise<number> {
  const socket = await bob.openSocket();
  let after = MESSAGES;
  for (const began = Date.now(); Date.now() - began < ARRIVING_S * 1_000; ) {
    const due = Math.min(ARRIVING_S * ARRIVING_PER_S, ((Date.now() - began) / 1_000) * ARRIVING_PER_S);
    if (after - MESSAGES + PER_FRAME > due) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    const messages = Array.from({ length: PER_FRAME }, (_, i) => ({
      clientId: crypto.randomUUID(),
      text: `arriving ${after - MESSAGES + i + 1}`,
    }));
    await socket.send({ to: 'alice', after, messages });
    after += PER_FRAME;
  }
  await socket.close();
  return after - MESSAGES;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
