import type { ToWorker } from './messages.ts';
import type { PageUse } from './page-use.ts';

const CHECK_INTERVAL_MS = 3_600_000;
/** Seen again within less, a page has most likely missed no new version. */
const CHECK_AGAIN_MS = 10 * 60_000;
/** How often it is looked whether the page is idle by now. */
const LOOK_INTERVAL_MS = 60_000;
/** A worker that does not answer must not keep who has pressed the button waiting. */
const TAKE_OVER_MS = 5_000;
/** A page that finds a new version again as soon as it has loaded must not go round in circles. */
const RELOAD_AGAIN_MS = 60_000;

/** The part of a page's world that its versions are about. */
export interface VersionedPage {
  /** Of the browser: the worker that is there, and those that are about to be. */
  readonly registration: Pick<
    ServiceWorkerRegistration,
    'waiting' | 'installing' | 'update' | 'addEventListener'
  >;
  /** Of the browser: who answers this page's requests. */
  readonly container: Pick<ServiceWorkerContainer, 'controller' | 'addEventListener'>;
  readonly use: PageUse;
  reload(): void;
  /** When the page was last loaded anew by itself, in ms since 1970; kept across the reload. */
  readonly lastReload: { get(): number; set(at: number): void };
}

/** Whether a newer version of the pages is ready, and the way to it. */
export interface NewVersions {
  isThere(): boolean;
  /** Calls back when one is there; returns what ends that. */
  subscribe(listener: () => void): () => void;
  /** Loads the page anew, in the new version. */
  take(): void;
}

/**
 * Looks for newer versions for as long as the page lives. One that is there is taken as soon as that disturbs nobody;
 * other pages of this browser stay as they are until it disturbs nobody there, either.
 */
export function followNewVersions(page: VersionedPage): NewVersions {
  const { registration, container, use } = page;
  let isThere = false;
  let hasWorker = container.controller !== null;
  let checkedAt = Date.now();
  const listeners = new Set<() => void>();

  const found = () => {
    if (!isThere) setInterval(takeIfIdle, LOOK_INTERVAL_MS);
    isThere = true;
    for (const listener of [...listeners]) listener();
    takeIfIdle();
  };
  const takeIfIdle = () => {
    if (!isThere || !use.isIdle()) return;
    if (Date.now() - page.lastReload.get() < RELOAD_AGAIN_MS) return;
    page.lastReload.set(Date.now());
    take();
  };
  const take = () => {
    if (!registration.waiting) return page.reload();
    container.addEventListener('controllerchange', () => page.reload(), { once: true });
    setTimeout(() => page.reload(), TAKE_OVER_MS);
    registration.waiting.postMessage({ kind: 'take-over' } satisfies ToWorker);
  };

  const follow = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      // The first worker of all has no page of an older version to wait for.
      if (worker.state === 'installed' && hasWorker) found();
    });
  };
  const check = () => {
    checkedAt = Date.now();
    // No network, or the server is being changed: another time.
    registration.update().catch(() => {});
  };

  container.addEventListener('controllerchange', () => {
    // Another page has let the new version in. This one goes on with what it has until it is idle.
    if (hasWorker) found();
    hasWorker = true;
  });
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  if (registration.waiting && hasWorker) found();
  setInterval(check, CHECK_INTERVAL_MS);
  use.onHidden(takeIfIdle);
  use.onSeen(() => {
    if (Date.now() - checkedAt >= CHECK_AGAIN_MS) check();
  });
  check();

  return {
    isThere: () => isThere,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take,
  };
}
