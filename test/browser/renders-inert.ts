import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { register } from '../../scripts/client/account.ts';
import { XSS_PAYLOADS } from '../attacks/xss-payloads.ts';
import { accept } from './accept.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

const MALLORY = 'mallory-scripts';
const ALICE = 'alice-is-careful';
const DISPLAY_NAMES = [
  '<img src=x onerror=pwned()>',
  '"><svg onload=pwned()>',
  '<script>pwned()</script>',
  "';pwned();'",
];
const PER_FRAME = 10;
/** What is made of a text, and nothing else is. */
const MEANT = ['P', 'PRE', 'CODE', 'STRONG', 'EM', 'A'];

const SHORT = XSS_PAYLOADS.filter((payload) => payload.length <= 40);

/** Without what is not shown: markers, spaces, and what HTML has no place for. */
const bare = (text = '') => text.replaceAll(/[*_`\s]|\0/g, '');

/** That a text stays a text, wherever mallory puts it. */
export function rendersInert(pages: () => Pages): void {
  describe("mallory's scripts", () => {
    let alice: Person;
    /** What has run that should not. */
    const ran: string[] = [];
    const watchRuns = async (page: Page) => {
      page.on('dialog', (dialog) => {
        ran.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.exposeFunction('pwned', () => void ran.push('pwned'));
    };
    const expectNothingRan = async (where: string) => {
      expect([where, await strangeIn(alice.page), ran]).toEqual([where, [], []]);
      expect(new URL(alice.page.url()).origin).toBe(new URL(pages().address).origin);
    };

    beforeAll(async () => {
      const { address, browser } = pages();
      const careful = await register(address, { name: ALICE, displayName: 'Alice', password: PASSWORD });
      const names = DISPLAY_NAMES.map((displayName, i) => ({
        name: i === 0 ? MALLORY : `${MALLORY}-${i}`,
        displayName,
      }));
      const mallories = await Promise.all(
        names.map((each) => register(address, { ...each, password: PASSWORD })),
      );
      for (const [i, mallory] of mallories.entries()) {
        const socket = await mallory.openSocket();
        const payloads = i === 0 ? XSS_PAYLOADS : XSS_PAYLOADS.slice(0, 1);
        for (let done = 0; done < payloads.length; done += PER_FRAME) {
          // From the second frame on, each answers one of the first, so that it is quoted.
          const messages = payloads.slice(done, done + PER_FRAME).map((text, n) => ({
            clientId: `x${done + n}`,
            text,
            ...(done > 0 && { replyTo: done + n - PER_FRAME + 1 }),
          }));
          await socket.send({ to: ALICE, after: done, messages });
        }
        await socket.close();
      }
      await accept(careful, ...names.map(({ name }) => name));
      alice = await Person.atBrowser(browser, ALICE, address);
      await watchRuns(alice.page);
      await alice.logIn();
      await alice.isSignedIn();
    });
    afterAll(() => alice?.leave());

    test('there are enough of them', () => {
      expect(new Set(XSS_PAYLOADS).size).toBeGreaterThan(90);
      for (const payload of XSS_PAYLOADS)
        expect(payload).toMatch(/pwned|alert|mallory\.example|denwp|base64/);
    });

    test('are texts in messages, in quotes of them, in names and in the list', async () => {
      await alice.open({ name: MALLORY });
      const last = XSS_PAYLOADS.length;
      await alice.page.locator(`[data-seq="${last}"]`).waitFor();
      const seen = new Map<number, string>();
      while (!seen.has(1)) {
        const first = alice.page.locator('[data-seq]').first();
        const top = Number(await first.getAttribute('data-seq'));
        for (const { seq = 0, text } of await alice.messages()) seen.set(seq, text);
        await expectNothingRan('the messages');
        if (top === 1) break;
        await alice.page.getByRole('log').evaluate((log) => log.scrollTo(0, 0));
        await alice.page.waitForFunction(
          (before) => Number(document.querySelector('[data-seq]')?.getAttribute('data-seq')) < before,
          top,
        );
      }
      expect(seen.size).toBe(XSS_PAYLOADS.length);
      const shown = XSS_PAYLOADS.map((_, i) => seen.get(i + 1));
      // Markers and line breaks are not shown; what could be a tag is, to the last sign.
      expect(shown.map(bare)).toEqual(XSS_PAYLOADS.map(bare));
    });

    test('are texts in every name, and in the titles that have them', async () => {
      for (const [i, displayName] of DISPLAY_NAMES.entries()) {
        await alice.open({ name: i === 0 ? MALLORY : `${MALLORY}-${i}` });
        await alice.page.getByRole('heading', { name: displayName }).first().waitFor();
        expect(await alice.page.title()).toContain(displayName);
        await expectNothingRan(displayName);
      }
    });

    test('are texts in what is searched for, and in what is found', async () => {
      const box = alice.page.getByRole('searchbox', { name: 'Find people' });
      for (const payload of [...SHORT, 'script pwned']) {
        await box.fill(payload);
        await expectNothingRan(payload);
      }
      const results = alice.page.getByRole('navigation', { name: 'Messages' }).getByRole('link');
      await results.first().locator('mark').first().waitFor();
      await expectNothingRan('the results');
      await box.fill('');
    });

    test('are texts in what alice writes herself, as a draft and as a message', async () => {
      await alice.open({ name: ALICE });
      for (const payload of SHORT.slice(0, 5)) {
        await alice.write(payload);
        await alice.sees(payload);
      }
      await expectNothingRan('her notes');
    });

    test('are nothing in the address, wherever in it', async () => {
      const paths = SHORT.slice(0, 4).flatMap((payload) => {
        const encoded = encodeURIComponent(payload);
        return [`/c/${encoded}`, `/login?next=${encoded}#${encoded}`, `/${encoded}`];
      });
      const elsewhere = [
        '/c/%2F%2Fmallory.example',
        '/login?next=//mallory.example',
        '/login#javascript:pwned()',
      ];
      for (const path of [...paths, ...elsewhere, '/%5Cmallory.example', '/c/__proto__', '/c/constructor']) {
        await alice.page.goto(path);
        await alice.page.locator('#root > :not(.new-version)').first().waitFor();
        await expectNothingRan(path);
      }
    });

    test('are texts in an export, which runs nothing when it is opened', async () => {
      await alice.page.goto('/settings');
      await alice.page.getByRole('button', { name: 'Export all conversations…' }).click();
      const dialog = alice.page.getByRole('dialog', { name: 'Export all conversations' });
      await dialog.getByRole('radio', { name: 'To read and to print' }).check();
      const [download] = await Promise.all([
        alice.page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Export' }).click(),
      ]);
      const html = await readFile(await download.path(), 'utf8');
      const page = await pages().browser.newPage();
      await watchRuns(page);
      await page.setContent(html);
      await page
        .locator('article')
        .nth(XSS_PAYLOADS.length - 1)
        .waitFor();
      const texts = bare(await page.locator('body').innerText());
      for (const payload of SHORT) expect(texts).toContain(bare(payload));
      expect(
        await page.locator('article :is(script, img, svg, math, iframe, object, embed, form, input)').count(),
      ).toBe(0);
      expect(ran).toEqual([]);
      await page.close();
    });
  });
}

/** What is in a page that only somebody else can have put there. */
function strangeIn(page: Page): Promise<string[]> {
  return page.evaluate((meant) => {
    const strange: string[] = [];
    const isOurs = (address: string) => new URL(address, location.href).origin === location.origin;
    for (const element of document.querySelectorAll('*')) {
      const text = element.closest('[data-text]');
      if (text && element !== text && !meant.includes(element.tagName)) strange.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc') strange.push(element.outerHTML);
        if (['src', 'action', 'data', 'xlink:href'].includes(name) && !isOurs(value))
          strange.push(element.outerHTML);
        if (name === 'href' && !isOurs(value) && !/^https?:\/\//.test(value)) strange.push(element.outerHTML);
      }
      if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MARQUEE', 'MATH', 'TEMPLATE'].includes(element.tagName))
        strange.push(element.outerHTML);
    }
    return strange;
  }, MEANT);
}
