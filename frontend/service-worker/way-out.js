// In place of the service worker, the way out of it: deletes what it kept, gives up, and has its pages loaded anew from
// the network. docs/decisions/18-service-worker.md tells when.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(giveUp()));

async function giveUp() {
  // Those that the worker before this one was in charge of; a page that registers this one anew is left alone.
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
