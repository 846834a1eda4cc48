import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Account, logIn, register } from '../../scripts/client/account.ts';
import type { ChatSocket } from '../../scripts/client/socket.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';
import { offerPushes, standInForPushService } from './sets-notifications.ts';

/** What a page has played and shown, instead of what nobody hears and a headless browser does not show. */
interface Told {
  tones: number;
  shown: { title: string; tag: string }[];
  /** How often something was shown. */
  times: number;
}

/** A sound consists of so many. */
const TONES = 2;

/** How alice hears of what comes while she does something else: a line, a sound, a notification; never twice. */
export function tellsOfNews(pages: () => Pages): void {
  describe('of a message that comes', () => {
    const names = ['alice-news', 'bob-news', 'carol-news'] as const;
    let alice: Person;
    let tab: Person;
    let hers: ChatSocket;
    let writes: (from: 'bob' | 'carol', text: string) => Promise<number>;

    beforeAll(async () => {
      const { address, browser } = pages();
      const accounts = (await Promise.all(
        names.map((name) =>
          register(address, { name, displayName: name.split('-')[0] ?? name, password: PASSWORD }),
        ),
      )) as [Account, Account, Account];
      const [account, bob, carol] = accounts;
      const sockets = { bob: await bob.openSocket(), carol: await carol.openSocket() };
      const last = { bob: 0, carol: 0 };
      writes = async (from, text) => {
        const messages = [{ clientId: crypto.randomUUID(), text }];
        const { stored } = await sockets[from].send({ to: account.me.name, after: last[from], messages });
        last[from] = stored[0]?.seq ?? last[from];
        return last[from];
      };
      for (const name of ['bob', 'carol'] as const) await writes(name, 'hello');
      await accept(account, bob.me.name, carol.me.name);
      hers = await (await logIn(address, { name: account.me.name, password: PASSWORD })).openSocket();

      alice = await Person.atBrowser(browser, account.me.name, address);
      await alice.page.context().addInitScript(standInForPushService, {
        permission: 'granted',
        endpoint: 'https://push.example/alice',
      } as const);
      await alice.page.context().addInitScript(recordWhatIsTold);
      await offerPushes(alice.page);
      await alice.page.context().route('**/api/subscribe-push', (route) => route.fulfill({ status: 204 }));
      await alice.logIn();
      await alice.isSignedIn();
      await alice.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await alice.page.getByRole('link', { name: 'Settings' }).click();
      await alice.page.getByRole('button', { name: 'Turn on notifications' }).click();
      await alice.page.getByText('You get a notification on this device').waitFor();
      await alice.page.locator('.news-note').waitFor({ state: 'attached' });
    });
    afterAll(async () => {
      await hers?.close();
      await alice?.leave();
    });

    const wish = (change: object, other = names[1]) =>
      hers.ask({ action: 'change-side', with: other, ...change });

    test('while she looks at something else on the page, there is a line and a sound', async () => {
      await writes('bob', 'Look here');
      await alice.page.locator('.news-note a', { hasText: 'Look here' }).waitFor();
      await untilTold(alice.page, ({ tones }, wanted) => tones === wanted, TONES);
      expect((await toldBy(alice.page)).shown).toEqual([]);
    });

    test('while the page is hidden, there is a notification and a sound; and it goes when she reads on another device', async () => {
      await hide(alice.page, true);
      const seq = await writes('bob', 'Are you there?');
      await untilTold(
        alice.page,
        ({ shown, tones }, wanted) => shown.length === 1 && tones === wanted,
        2 * TONES,
      );
      expect((await toldBy(alice.page)).shown).toEqual([{ title: 'bob', tag: `with/${names[1]}` }]);
      await hers.ask({ action: 'mark', with: names[1], read: seq });
      await untilTold(alice.page, ({ shown }) => shown.length === 0);
    });

    test('of whom she has muted or blocked there is none, while others are told', async () => {
      for (const change of [{ mutedUntil: Date.now() + 3_600_000 }, { mutedUntil: 0, blocked: true }]) {
        const { tones } = await toldBy(alice.page);
        await wish(change);
        await writes('bob', 'Can you hear me?');
        const seq = await writes('carol', 'I am louder');
        await untilTold(alice.page, (told, wanted) => told.tones === wanted, tones + TONES);
        expect((await toldBy(alice.page)).shown).toMatchObject([{ title: 'carol' }]);
        await hers.ask({ action: 'mark', with: names[2], read: seq });
        await untilTold(alice.page, ({ shown }) => shown.length === 0);
      }
      await wish({ blocked: false });
    });

    test('two tabs that are hidden tell once; and none that is, if one can be seen', async () => {
      tab = await alice.openTab();
      await offerPushes(tab.page);
      await tab.page.goto('/settings');
      await tab.page.locator('.news-note').waitFor({ state: 'attached' });
      await hide(tab.page, true);
      const before = await toldBy(alice.page, tab.page);
      await writes('carol', 'Once');
      // By whichever of them is the first.
      const tabs = [alice.page, tab.page];
      await untilTold(tabs, ({ tones }, wanted) => tones === wanted, before.tones + TONES);
      await untilTold(tabs, ({ times }, wanted) => times === wanted, before.times + 1);
      await hide(tab.page, false);
      await writes('carol', 'In the tab');
      await tab.page.locator('.news-note a', { hasText: 'In the tab' }).waitFor();
      await writes('carol', 'And again');
      await tab.page.locator('.news-note a', { hasText: 'And again' }).waitFor();
      await untilTold(tabs, ({ tones }, wanted) => tones >= wanted, before.tones + 3 * TONES);
      const both = await toldBy(alice.page, tab.page);
      expect(both).toMatchObject({ tones: before.tones + 3 * TONES, times: before.times + 1 });
    });

    test('no sound is heard where she has turned it off', async () => {
      await tab.page.close();
      const before = await toldBy(alice.page);
      await hide(alice.page, false);
      await alice.page.getByLabel(/sound/i).uncheck();
      await writes('carol', 'Quietly');
      await alice.page.locator('.news-note a', { hasText: 'Quietly' }).waitFor();
      expect((await toldBy(alice.page)).tones).toBe(before.tones);
    });
  });
}

/** What the pages have told, taken together. */
async function toldBy(...pages: readonly Page[]): Promise<Told> {
  const each = await Promise.all(
    pages.map((page) => page.evaluate(() => (window as unknown as { told: Told }).told)),
  );
  return {
    tones: each.reduce((sum, { tones }) => sum + tones, 0),
    shown: each.flatMap(({ shown }) => shown),
    times: each.reduce((sum, { times }) => sum + times, 0),
  };
}

async function untilTold(
  pages: Page | readonly Page[],
  isSo: (told: Told, wanted: number) => boolean,
  wanted = 0,
): Promise<void> {
  const asked = [pages].flat() as Page[];
  const deadline = Date.now() + 10_000;
  for (;;) {
    const told = await toldBy(...asked);
    if (isSo(told, wanted)) return;
    if (Date.now() > deadline) throw new Error(JSON.stringify(told));
    await asked[0]?.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
}

/** Has the page be as in a tab that nobody sees, or again as one that somebody does. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** Runs in the page before all else. As the browser's own would, a notification takes the place of one with the same tag. */
function recordWhatIsTold(): void {
  // Before a page is opened in a tab there is none of it.
  if (!('ServiceWorkerRegistration' in window)) return;
  const told: Told = { tones: 0, shown: [], times: 0 };
  Object.assign(window, { told });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    told.tones += 1;
    start.call(this, when);
  };
  const remove = (tag: string) => {
    told.shown = told.shown.filter((it) => it.tag !== tag);
  };
  Object.assign(ServiceWorkerRegistration.prototype, {
    async showNotification(title: string, { tag = '' }: NotificationOptions) {
      remove(tag);
      told.times += 1;
      told.shown.push({ title, tag });
    },
    getNotifications: async () => told.shown.map(({ tag }) => ({ tag, close: () => remove(tag) })),
  });
}
