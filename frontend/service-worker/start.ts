import { navigate } from 'wouter/use-browser-location';
import { cacheOf } from './build.ts';
import type { ToPage, ToWorker } from './messages.ts';
import { followNewVersions, type NewVersions } from './new-versions.ts';
import { watchPage } from './page-use.ts';

const WORKER = '/sw.js';
const RELOADED_AT = 'version-taken-at';

let started: Promise<NewVersions | undefined> | undefined;

/**
 * Has the service worker give the pages from now on, and tells it that this one has come to life. Does it once, however
 * often it is called.
 * @returns nothing where there is no worker: while developing, in some private windows, without HTTPS
 */
export function startServiceWorker(): Promise<NewVersions | undefined> {
  started ??= start().catch(() => undefined);
  return started;
}

async function start(): Promise<NewVersions | undefined> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (version === undefined || container === undefined) return undefined;

  holdVersion(version);
  container.addEventListener('message', ({ data }) => {
    const { kind, path } = data as ToPage;
    if (kind === 'go-to') navigate(path);
  });
  container.controller?.postMessage({ kind: 'started' } satisfies ToWorker);
  await loaded();
  const registration = await container.register(WORKER, { updateViaCache: 'none' });
  return followNewVersions({
    registration,
    container,
    use: watchPage(),
    reload: () => location.reload(),
    lastReload: {
      get: () => Number(sessionStorage.getItem(RELOADED_AT)),
      set: (at) => sessionStorage.setItem(RELOADED_AT, String(at)),
    },
  });
}

/** As long as this page is open, the worker keeps the files of its version. */
function holdVersion(version: string): void {
  const never = new Promise(() => {});
  navigator.locks?.request(cacheOf(version), { mode: 'shared' }, () => never).catch(() => {});
}

/** What the worker fetches in advance must not take the line from what the page needs now. */
function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });
}
