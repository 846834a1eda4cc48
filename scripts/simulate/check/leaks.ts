import type { Page } from '../page.ts';
import type { World } from '../world.ts';
import type { Violations } from './violation.ts';

/** Listeners of our own at each page's store. */
const WATCHING = 1;

/** What has ended leaves nothing behind: no timer, no listener, no socket, no row. */
export async function checkLeaks(
  world: World,
  pages: readonly Page[],
  violations: Violations,
): Promise<void> {
  for (const page of pages) {
    const left = {
      timers: page.timers.size,
      listeners: page.store.listeners.size - WATCHING + page.wakers.size + page.networkLosers.size,
      sockets: world.gateway.openOf(page),
    };
    for (const [what, count] of Object.entries(left)) {
      violations.unless(count === 0, `a page that ends leaves no ${what}`, () => `${page.name}: ${count}`);
    }
  }
  const { connections, watches } = world.server.store;
  for (const person of world.plan.people) {
    const live = await connections.live(person, world.scheduler.now, { strong: true });
    const watching = await watches.of(person, world.scheduler.now);
    violations.unless(live.length + watching.length === 0, 'a connection that ends leaves no row', () => {
      return `${person}: ${JSON.stringify([...live, ...watching])}`;
    });
  }
}
