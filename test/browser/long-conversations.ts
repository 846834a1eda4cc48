import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MAX_ROWS } from '../../frontend/conversation/row-window.ts';
import { writeLongTalk } from '../../scripts/bench/long-talk.ts';
import { register } from '../../scripts/client/account.ts';
import type { ChatSocket } from '../../scripts/client/socket.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person } from './person.ts';

const MESSAGES = 1_200;

/** What one reads must not be seen to move. */
const MAX_MOVEMENT_PX = 1;

/** That a conversation of any length is read, and written in, like a short one. */
export function longConversations(pages: () => Pages): void {
  describe('a conversation of 1,200 messages', () => {
    let alice: Person;
    let bob: ChatSocket;
    let last = MESSAGES;

    beforeAll(async () => {
      const { address, endpoint, browser } = pages();
      const credentials = (name: string) => ({ name, password: PASSWORD });
      await register(address, credentials('alice-long'));
      const account = await register(address, credentials('bob-long'));
      await writeLongTalk(endpoint, ['alice-long', 'bob-long'], MESSAGES);
      bob = await account.openSocket();
      alice = await Person.atBrowser(browser, 'alice-long', address);
      await alice.logIn();
      await alice.isSignedIn();
    });
    afterAll(async () => {
      await alice?.leave();
      await bob?.close();
    });

    const bobWrites = async (...texts: string[]) => {
      const messages = texts.map((text) => ({ clientId: crypto.randomUUID(), text }));
      await bob.send({ to: 'alice-long', after: last, messages });
      last += texts.length;
    };

    test('opens at its end, and stays there when somebody writes', async () => {
      await alice.open({ name: 'bob-long' });
      await alice.sees(`${MESSAGES}. `);
      await bobWrites('I am here');
      await alice.sees('I am here');
      expect(await toEndPx(alice.page)).toBeLessThanOrEqual(MAX_MOVEMENT_PX);
    });

    test('has few rows in the page, and nothing moves, on the way up to its first message', async () => {
      const { maxRows, maxMovementPx, first } = await scrollUp(alice.page, 1);
      expect(first).toBe(1);
      expect(maxRows).toBeLessThanOrEqual(MAX_ROWS);
      expect(maxMovementPx).toBeLessThanOrEqual(MAX_MOVEMENT_PX);
    });

    test('does not move what is being read when somebody writes, and says how much has come', async () => {
      const before = await topRow(alice.page);
      await bobWrites('one', 'two', 'three');
      await alice.page.getByRole('button', { name: '3 new messages' }).waitFor();
      const after = await topRow(alice.page);
      expect(after.id).toBe(before.id);
      expect(Math.abs(after.topPx - before.topPx)).toBeLessThanOrEqual(MAX_MOVEMENT_PX);
    });

    test('leads back to the latest', async () => {
      await alice.page.getByRole('button', { name: '3 new messages' }).click();
      await alice.sees('three');
      expect(await toEndPx(alice.page)).toBeLessThanOrEqual(MAX_MOVEMENT_PX);
      await alice.page.locator('.to-latest').waitFor({ state: 'detached' });
    });

    test('shows what alice sends from further up', async () => {
      await scrollUp(alice.page, 1_000);
      await alice.write('And here am I');
      await alice.sees('And here am I');
      last += 1;
      expect(await toEndPx(alice.page)).toBeLessThanOrEqual(MAX_MOVEMENT_PX);
    });

    test('reads out what comes, a burst as one sentence, and history not at all', async () => {
      const told = alice.page.locator('.log-frame [role="status"]');
      await bobWrites('Listen');
      await told.filter({ hasText: 'Listen' }).waitFor();
      await bobWrites('a', 'b', 'c');
      await told.filter({ hasText: '3 new messages' }).waitFor();
      expect(await alice.page.getByRole('log').getAttribute('aria-live')).toBe('off');
    });
  });
}

function toEndPx(page: Page): Promise<number> {
  return page
    .getByRole('log')
    .evaluate((log) => Math.abs(log.scrollHeight - log.scrollTop - log.clientHeight));
}

function topRow(page: Page): Promise<{ id: string; topPx: number }> {
  return page.getByRole('log').evaluate((log) => {
    const top = log.getBoundingClientRect().top;
    const rows = [...log.querySelectorAll<HTMLElement>('[data-client-id]')];
    const row = rows.find((it) => it.getBoundingClientRect().bottom > top);
    return { id: row?.dataset.clientId ?? '', topPx: row?.getBoundingClientRect().top ?? 0 };
  });
}

/**
 * Scrolls up by steps until a number is in the page. In each step: how far does the row that is read move, beyond what
 * was scrolled, by the time that the rows above it have come?
 */
function scrollUp(page: Page, until: number) {
  return page.getByRole('log').evaluate(async (log, wanted) => {
    const STEP_PX = 400;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const rows = () => [...log.querySelectorAll<HTMLElement>('[data-client-id]')];
    const firstSeq = () => Number(rows()[0]?.dataset.seq);
    let maxRows = 0;
    let maxMovementPx = 0;
    for (let steps = 0; steps < 3_000; steps += 1) {
      if (firstSeq() <= wanted && log.scrollTop === 0) break;
      log.scrollTop -= STEP_PX;
      const top = log.getBoundingClientRect().top;
      const read = rows().find((it) => it.getBoundingClientRect().bottom > top);
      const before = read?.getBoundingClientRect().top ?? 0;
      await frame();
      await frame();
      if (read?.isConnected) {
        maxMovementPx = Math.max(maxMovementPx, Math.abs(read.getBoundingClientRect().top - before));
      }
      maxRows = Math.max(maxRows, rows().length);
    }
    return { maxRows, maxMovementPx, first: firstSeq() };
  }, until);
}
