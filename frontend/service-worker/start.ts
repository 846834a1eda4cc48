import { navigate } from 'wouter/use-browser-location';
import { ownScript } from '../net/own-script.ts';
import { version } from './come-to-life.ts';
import type { ToPage } from './messages.ts';
import { followNewVersions, type NewVersions } from './new-versions.ts';
import { watchPage } from './page-use.ts';

const WORKER = '/sw.js';
const RELOADED_AT = 'version-taken-at';

let started: Promise<NewVersions | undefined> | undefined;

/**
 * Has the service worker give the pages from now on. Does it once, however often it is called.
 * @returns nothing where there is no worker: while developing, in some private windows, without HTTPS
 */
export function startServiceWorker(): Promise<NewVersions | undefined> {
  started ??= start().catch(() => undefined);
  return started;
}

async function start(): Promise<NewVersions | undefined> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (version() === undefined || container === undefined) return undefined;

  container.addEventListener('message', ({ data }) => {
    const { kind, path } = data as ToPage;
    if (kind === 'go-to') navigate(path);
  });
  // In case the browser had given its messages to nobody until now.
  container.startMessages();
  await loaded();
  const registration = await container.register(ownScript(WORKER), { updateViaCache: 'none' });
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

/** What the worker fetches in advance must not take the line from what the page needs now. */
function loaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });
}
