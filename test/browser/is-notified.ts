import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PushMessage } from '../../lib/protocol/push-message.ts';
import type { Pages } from './on-one-system.ts';
import { Person } from './person.ts';

/** What a test finds in the worker's global scope instead of the notifications that a headless browser does not show. */
interface Shown {
  readonly shown: { title: string; options: NotificationOptions & { data: unknown } }[];
}

/** What becomes of what a push service delivers to a browser. */
export function isNotified(pages: () => Pages): void {
  describe('a message that is pushed', () => {
    let alice: Person;

    beforeEach(async () => {
      alice = await Person.atBrowser(pages().browser, `alice-${unique()}`, pages().address);
      await alice.signUp('Alice');
      await alice.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await recordNotifications(alice);
    });
    afterEach(() => alice.leave());

    test('is shown once for each conversation, the last one in place of those before', async () => {
      await isPushed(alice, fromBob('Are you there?'));
      await isPushed(alice, fromBob('Call me.'));
      await isPushed(alice, { kind: 'hidden' });
      await untilShown(alice, ['Bob: Call me.', 'New message: ']);
    });

    test('leads to its conversation, in the tab that is open, without loading anything anew', async () => {
      await alice.page.evaluate(() => document.body.setAttribute('data-same-page', ''));
      await isPushed(alice, fromBob('Are you there?'));
      await untilShown(alice, ['Bob: Are you there?']);
      await pressNotification(alice);
      await alice.page.waitForURL('**/c/bob');
      expect(await alice.page.locator('body[data-same-page]').count()).toBe(1);
    });

    test('is not shown while alice looks at that very conversation', async () => {
      await alice.page.goto('/c/bob');
      await alice.page.bringToFront();
      await isPushed(alice, fromBob('Are you there?'));
      await isPushed(alice, { ...fromBob('Hello'), with: 'carol', displayName: 'Carol' });
      await untilShown(alice, ['Carol: Hello']);
    });
  });
}

function fromBob(text: string) {
  return { kind: 'message', with: 'bob', displayName: 'Bob', text } satisfies PushMessage;
}

async function workerOf({ page }: Person) {
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('There is no service worker.');
  return worker;
}

/** As the browser's own would, a notification takes the place of the one with the same tag. */
async function recordNotifications(person: Person): Promise<void> {
  await (await workerOf(person)).evaluate(() => {
    const scope = self as unknown as Shown & { registration: ServiceWorkerRegistration };
    const shown: Shown['shown'][number][] = [];
    Object.assign(scope, { shown });
    scope.registration.showNotification = async (title, options) => {
      const place = shown.findIndex((it) => it.options.tag === options?.tag);
      shown.splice(place < 0 ? shown.length : place, 1, { title, options } as (typeof shown)[number]);
    };
  });
}

/** Resolves when the notifications that alice has before her are these: titles, and what they say below. */
async function untilShown(person: Person, wanted: readonly string[], timeoutMs = 5_000): Promise<void> {
  const worker = await workerOf(person);
  const shown = () =>
    worker.evaluate(() =>
      (self as unknown as Shown).shown.map(({ title, options }) => `${title}: ${options.body ?? ''}`),
    );
  const deadline = Date.now() + timeoutMs;
  while (JSON.stringify(await shown()) !== JSON.stringify(wanted) && Date.now() < deadline) {
    // There is no event for what a worker has not done yet; it looks again at the page's next frame.
    await person.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  expect(await shown()).toEqual(wanted);
}

/** What a push service does. */
async function isPushed(person: Person, message: PushMessage): Promise<void> {
  const browser = await person.page.context().newCDPSession(person.page);
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  await browser.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(person.page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(message),
  });
  await browser.detach();
}

/** What the browser tells the worker when the first notification is pressed. */
async function pressNotification(person: Person): Promise<void> {
  await (await workerOf(person)).evaluate(() => {
    const [first] = (self as unknown as Shown).shown;
    const event = Object.assign(new Event('notificationclick'), {
      notification: { data: first?.options.data, close() {} },
      // Without a true press, the browser does not let a page come to the front.
      waitUntil: (work: Promise<unknown>) => void work.catch(() => {}),
    });
    self.dispatchEvent(event);
  });
}

function unique(): string {
  return Math.random().toString(36).slice(2, 8);
}
