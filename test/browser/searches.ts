import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_ROWS } from '../../frontend/conversation/row-window.ts';
import { writeLongTalk } from '../../scripts/bench/long-talk.ts';
import { register } from '../../scripts/client/account.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

const MESSAGES = 3_200;
/** 3,000 messages back; each text begins with its number. */
const WANTED = 200;

/** That alice finds what was written long ago, and is led to it. */
export function searches(pages: () => Pages): void {
  describe('among 3,200 messages', () => {
    let alice: Person;

    beforeAll(async () => {
      const { address, endpoint, browser } = pages();
      await register(address, { name: 'alice-searches', displayName: 'Alice', password: PASSWORD });
      await register(address, { name: 'bob-found', displayName: 'Bob Okafor', password: PASSWORD });
      await writeLongTalk(endpoint, ['alice-searches', 'bob-found'], MESSAGES);
      alice = await Person.atBrowser(browser, 'alice-searches', address);
      await alice.logIn();
      await alice.isSignedIn();
    });
    afterAll(() => alice?.leave());

    const box = (person: Person) => person.page.getByRole('searchbox', { name: 'Find people' });
    const found = (person: Person) => person.page.getByRole('navigation', { name: 'Messages' });
    const results = (person: Person) => found(person).getByRole('link');

    test('what the device has is found as alice types, with the words marked, typos and all', async () => {
      await box(alice).pressSequentially('haron morn');
      const first = results(alice).first();
      await first.getByText('heron').waitFor();
      expect(await first.locator('mark').allTextContents()).toEqual(['heron', 'morning']);
      expect(await first.textContent()).toContain('Bob Okafor');
      await found(alice).getByRole('status').filter({ hasText: /found/ }).waitFor({ state: 'attached' });
      await findsNothing(alice.page);
    });

    test('the rest is fetched when alice asks for it, and then all was searched', async () => {
      await found(alice)
        .getByText(`20 of ${MESSAGES.toLocaleString('en')} messages`)
        .waitFor();
      await found(alice).getByRole('button', { name: 'Fetch the rest' }).click();
      await found(alice)
        .getByText(/messages are on|Fetching/)
        .waitFor({ state: 'detached' });
      await box(alice).fill(`${WANTED} yes`);
      await found(alice)
        .getByRole('status')
        .filter({ hasText: '1 message found' })
        .waitFor({ state: 'attached' });
    });

    test('a message 3,000 back is shown in its place, with the focus on it, among few rows', async () => {
      await box(alice).press('ArrowDown');
      await results(alice).first().click();
      await isShown(alice, WANTED);
      const seqs = (await alice.messages()).map(({ seq }) => seq ?? 0);
      expect(seqs.length).toBeLessThanOrEqual(MAX_ROWS);
      expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
      await findsNothing(alice.page);
    });

    test('the next result leads on, in the same conversation, and the way back is one step', async () => {
      await box(alice).fill('1500');
      // Those of the search before are still there for a moment.
      await results(alice).filter({ hasText: '1500' }).first().press('Enter');
      await isShown(alice, 1_500);
      await alice.page.getByRole('button', { name: 'To the latest message' }).click();
      await alice.sees(`${MESSAGES}. `);
      await alice.page.goBack();
      await alice.page.getByRole('heading', { name: 'Whom do you want to write to?' }).waitFor();
    });

    test('results are a list of their own for the keyboard', async () => {
      await box(alice).fill('pond');
      await results(alice).nth(3).waitFor();
      await results(alice).first().focus();
      await alice.page.keyboard.press('ArrowDown');
      await alice.page.keyboard.press('ArrowDown');
      const third = await results(alice).nth(2).getAttribute('data-name');
      expect(await alice.page.evaluate(() => (document.activeElement as HTMLElement).dataset.name)).toBe(
        third,
      );
      await results(alice).nth(49).waitFor();
      expect(await results(alice).count()).toBe(50);
      await found(alice).getByRole('button', { name: 'More messages' }).click();
      await results(alice).nth(99).waitFor();
    });

    test('without a network what was fetched is found, also after a reload', async () => {
      await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await alice.page.reload();
      await alice.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await alice.loseNetwork();
      await alice.page.reload();
      await box(alice).fill('777');
      await results(alice).filter({ hasText: '777.' }).first().click();
      await isShown(alice, 777);
      await alice.findNetwork();
    });

    test('on a phone, a result takes the whole page, and the way back is to the results', async () => {
      const { address, browser } = pages();
      const phone = await Person.atBrowser(browser, 'alice-searches', address, PHONE);
      await phone.page.emulateMedia({ reducedMotion: 'reduce' });
      await phone.logIn();
      await phone.isSignedIn();
      await box(phone).fill('heron');
      const first = results(phone).first();
      await first.waitFor();
      await findsNothing(phone.page);
      const seq = Number((await first.getAttribute('data-name'))?.split('/')[1]);
      await first.click();
      await isShown(phone, seq);
      await phone.page.goBack();
      await results(phone).first().waitFor();
      await phone.leave();
    });
  });
}

/** Resolves when a message is on the screen, the focus is on it, and it stands out. */
async function isShown({ page }: Person, seq: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const row = document.querySelector<HTMLElement>(`[data-seq="${wanted}"]`);
      const log = row?.closest('[role="log"]')?.getBoundingClientRect();
      const box = row?.getBoundingClientRect();
      return log && box && box.top >= log.top && box.bottom <= log.bottom && row === document.activeElement;
    },
    seq,
    { timeout: 20_000 },
  );
}
