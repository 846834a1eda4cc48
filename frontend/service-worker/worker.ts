import { keptForWorker } from '../notifications/kept-for-worker.ts';
import { answerFile, answerPage, noteStarted } from './answers.ts';
import type { Build } from './build.ts';
import type { Keeping } from './keeping.ts';
import { kindOf } from './kind-of-request.ts';
import type { ToPage, ToWorker } from './messages.ts';
import { type NotificationData, notificationOf, pageFor, pushMessage } from './notification.ts';
import { subscribeAnew } from './subscribe-anew.ts';
import { deleteUnused, install } from './versions.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Put here by the build. */
declare const BUILD: Build;

/** The service worker: it gives the pages from what is kept, and shows what is pushed while none is open. */
const scope = self as unknown as WorkerScope;
const keeping: Keeping = { build: BUILD, caches: scope.caches, fetch: (...args) => fetch(...args) };

scope.addEventListener('install', (event) => event.waitUntil(install(keeping)));

scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([deleteUnusedVersions(), scope.clients.claim()]));
});

scope.addEventListener('message', (event) => {
  const { kind } = event.data as ToWorker;
  if (kind === 'take-over') event.waitUntil(scope.skipWaiting());
  if (kind === 'started') event.waitUntil(Promise.all([noteStarted(keeping), deleteUnusedVersions()]));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const kind = kindOf(request, scope.location.origin);
  if (kind === 'file') event.respondWith(answerFile(request, keeping));
  if (kind === 'page') {
    const later = (work: Promise<unknown>) => event.waitUntil(work);
    event.respondWith(answerPage(request, keeping, { later, onDoubt: letNextTakeOver }));
  }
});

scope.addEventListener('push', (event) => event.waitUntil(show(event.data?.text())));

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo((event.notification.data as NotificationData).path));
});

scope.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribeAnew(event, scope.registration.pushManager, keeping));
});

async function deleteUnusedVersions(): Promise<void> {
  // Without locks nobody can say what is in use; then all but the newest goes.
  const { held = [] } = (await scope.navigator.locks?.query()) ?? {};
  await deleteUnused(keeping, new Set(held.map(({ name }) => name ?? '')));
}

function letNextTakeOver(): void {
  scope.registration.waiting?.postMessage({ kind: 'take-over' } satisfies ToWorker);
}

async function show(data: string | undefined): Promise<void> {
  const [windows, settings] = await Promise.all([openPages(), keptForWorker(scope.caches)]);
  const shown = notificationOf(pushMessage(data), windows, settings);
  if (shown) await scope.registration.showNotification(shown.title, shown.options);
}

async function goTo(path: string): Promise<void> {
  const page = pageFor(path, await openPages());
  if (!page) return void (await scope.clients.openWindow(path));
  page.postMessage({ kind: 'go-to', path } satisfies ToPage);
  await page.focus();
}

function openPages() {
  return scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
}
