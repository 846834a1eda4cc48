import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { register } from '../../scripts/client/account.ts';
import { findsNothing } from './is-accessible.ts';
import type { Pages } from './on-one-system.ts';
import { PASSWORD, Person, PHONE } from './person.ts';

/** What becomes of what is written, and how emoji come into it. */
export function textAndEmoji(pages: () => Pages): void {
  describe('text and emoji', () => {
    let alice: Person;
    const dialog = () => alice.page.getByRole('dialog', { name: 'Choose an emoji' });
    const lastBubble = () => alice.page.locator('[data-text]').last();
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await alice.page.keyboard.press(key);
    };
    const draftIs = async (text: string) => {
      await alice.page.waitForFunction((value) => document.querySelector('textarea')?.value === value, text);
    };

    beforeAll(async () => {
      await register(pages().address, { name: 'bob-emoji', displayName: 'Bob', password: PASSWORD });
      alice = await Person.atBrowser(pages().browser, 'alice-emoji', pages().address);
      await alice.signUp('Alice');
      await alice.open({ name: 'bob-emoji' });
    });
    afterAll(() => alice?.leave());

    test('a message has emphasis, links and code; its preview has no markers', async () => {
      await alice.write('*bold*, _italic_, `code`: see https://example.org/_a_ or\n```\nlet a = 1;\n```');
      await lastBubble().locator('pre > code').getByText('let a = 1;').waitFor();
      expect(await lastBubble().locator('strong').textContent()).toBe('bold');
      expect(await lastBubble().locator('em').textContent()).toBe('italic');
      expect(await lastBubble().locator('p code').textContent()).toBe('code');
      const link = lastBubble().getByRole('link', { name: 'https://example.org/_a_' });
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(await link.getAttribute('target')).toBe('_blank');
      const list = alice.page.getByRole('navigation', { name: 'Conversations' });
      await list.getByText('bold, italic, code: see https://example.org/_a_ or let a = 1;').waitFor();
    });

    test('a message with tags shows them as they were written', async () => {
      const tags = '<b>bold</b> <script>document.title = "gone"</script> <img src=x onerror=alert(1)>';
      await alice.write(tags);
      await alice.sees(tags);
      expect(await lastBubble().locator('b, script, img').count()).toBe(0);
    });

    test('long words and long lines of code stay in a narrow page', async () => {
      await alice.page.setViewportSize({ width: 320, height: 640 });
      await alice.write(`${'x'.repeat(200)} \`${'y'.repeat(200)}\`\n\`\`\`${'z'.repeat(200)}\`\`\``);
      await lastBubble().locator('pre').waitFor();
      const overhang = await alice.page.evaluate(() =>
        Math.max(
          ...['html', '.log'].map((it) => {
            const { scrollWidth = 0, clientWidth = 0 } = document.querySelector(it) ?? {};
            return scrollWidth - clientWidth;
          }),
        ),
      );
      expect(overhang).toBe(0);
      await alice.page.setViewportSize({ width: 1280, height: 800 });
    });

    test('by keyboard, an emoji is found, chosen, and put where the caret is', async () => {
      await alice.messageBox().fill('so fine');
      await keys('Home', 'ArrowRight', 'ArrowRight', 'Shift+Tab', 'Enter');
      await dialog().waitFor();
      await alice.page.keyboard.type('butterfly');
      await dialog().getByRole('status').filter({ hasText: '1 emoji found' }).waitFor();
      await keys('ArrowDown', 'Enter');
      await draftIs('so🦋 fine');
      await alice.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      await alice.page.keyboard.type('!');
      await draftIs('so🦋! fine');
      await keys('Control+z', 'Control+z');
      await draftIs('so fine');
    });

    test('arrows lead through groups and rows; Escape closes, and the focus goes back', async () => {
      await alice.page.getByRole('button', { name: 'Emoji' }).focus();
      await keys('Enter');
      await dialog().getByRole('tab', { name: 'Recently used' }).focus();
      await keys('ArrowRight', 'ArrowRight', 'ArrowLeft');
      await dialog().getByRole('tabpanel', { name: 'Smileys and feelings' }).waitFor();
      await keys('Tab', 'ArrowDown', 'ArrowRight', 'ArrowUp');
      const focused = await alice.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      expect(focused).toBe('grinning face with big eyes');
      await findsNothing(alice.page);
      await keys('Escape');
      await dialog().waitFor({ state: 'hidden' });
      expect(await alice.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Emoji');
      expect(new URL(alice.page.url()).pathname).toBe('/c/bob-emoji');
    });

    test('by mouse, in a skin tone; both are remembered, until she logs out', async () => {
      await alice.messageBox().fill('');
      await alice.page.getByRole('button', { name: 'Emoji' }).click();
      await dialog().getByTitle('Medium', { exact: true }).click();
      await dialog().getByRole('tab', { name: 'People and bodies' }).click();
      await dialog().getByRole('button', { name: 'waving hand', exact: true }).click();
      await draftIs('👋🏽');
      await keys('Enter');
      await alice.sees('👋🏽');
      expect(await lastBubble().getAttribute('data-large')).toBe('true');

      await alice.open({ name: 'bob-emoji' });
      await alice.page.getByRole('button', { name: 'Emoji' }).click();
      await dialog().getByRole('tabpanel', { name: 'Recently used' }).waitFor();
      expect(await dialog().getByRole('gridcell').allTextContents()).toEqual(['👋🏽', '🦋']);
      await alice.page.mouse.click(5, 5);
      await dialog().waitFor({ state: 'hidden' });
    });

    test('a name is completed from a list, without sending', async () => {
      await alice.sees('👋🏽');
      const before = (await alice.messages()).length;
      await alice.messageBox().fill('');
      await alice.messageBox().pressSequentially('yes :tad');
      const list = alice.page.getByRole('listbox');
      await list.getByRole('option', { name: ':tada:', selected: true }).waitFor();
      const named = await alice.messageBox().getAttribute('aria-activedescendant');
      expect(await alice.page.locator(`[id="${named}"]`).textContent()).toContain(':tada:');
      await findsNothing(alice.page);
      await keys('Enter');
      await draftIs('yes 🎉 ');
      expect(await alice.messages()).toHaveLength(before);

      await alice.messageBox().pressSequentially(':smi');
      await list.waitFor();
      await keys('ArrowDown', 'ArrowUp', 'Escape');
      await list.waitFor({ state: 'hidden' });
      await keys('Enter');
      await alice.sees('yes 🎉 :smi');
    });

    test('a name that is typed to its end becomes the emoji', async () => {
      await alice.messageBox().pressSequentially('well :tada:');
      await draftIs('well 🎉');
      await keys('Enter');
      await alice.sees('well 🎉');
    });

    test('on a phone, the picker is at the foot, as wide as the page', async () => {
      await alice.page.setViewportSize(PHONE);
      await alice.page.getByRole('button', { name: 'Emoji' }).click();
      await dialog().waitFor();
      await dialog().evaluate((element) =>
        Promise.all(element.getAnimations().map(({ finished }) => finished)),
      );
      const box = await dialog().boundingBox();
      expect(box).toMatchObject({ x: 0, width: PHONE.width });
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(PHONE.height);
      await findsNothing(alice.page);
      await keys('Escape');
    });

    test('what she likes to choose goes when she logs out', async () => {
      const kept = () =>
        alice.page.evaluate(() => Object.keys(localStorage).filter((it) => it.startsWith('emoji/')));
      expect(await kept()).toEqual(['emoji/alice-emoji/liked']);
      await alice.logOut();
      await alice.page.getByRole('heading', { name: 'Log in' }).waitFor();
      expect(await kept()).toEqual([]);
    });
  });
}
