import type { ConnectionIdentity } from '../../lib/chat/connection-ports.ts';
import type { Page } from './page.ts';
import type { PageSocket } from './page-socket.ts';
import type { World } from './world.ts';

/** A frame's way through the network. They go each by itself: API Gateway keeps no order between them. */
const FRAME_MS = { least: 5, most: 40 };
const SLOW_FRAME_MS = { least: 200, most: 4_000 };

/** What is posted once more, since nobody knows whether it has come, may come when more has come since. */
const AGAIN_AFTER_MS = { least: 0, most: 6_000 };

/** A connection, between the page's socket and the handlers. */
export interface Link {
  readonly page: Page;
  readonly socket: PageSocket;
  readonly id: string;
  /** How many sockets the page had opened before. */
  readonly before: number;
  identity: ConnectionIdentity | undefined;
  isOpen: boolean;
  /** The way between the two is broken, and neither knows. */
  isBroken: boolean;
  heardAt: number;
}

/** The network between pages and the gateway: what goes over it arrives after a while, unless the connection has ended. */
export class Way {
  readonly #world: World;
  readonly #isThere: (link: Link) => boolean;

  /** @param isThere whether a connection has not ended yet */
  constructor(world: World, isThere: (link: Link) => boolean) {
    this.#world = world;
    this.#isThere = isThere;
  }

  toServer(link: Link, what: string, arrive: () => void): void {
    this.#onTheWay(link, what, arrive, undefined);
  }

  toPage(link: Link, what: string, arrive: () => void): void {
    this.#onTheWay(link, what, arrive, link.page);
  }

  /** What was on its way to the page already, once more and late. */
  toPageAgain(link: Link, what: string, arrive: () => void): void {
    const afterMs = this.#world.chance.between(
      `again to ${link.page.tab}`,
      AGAIN_AFTER_MS.least,
      AGAIN_AFTER_MS.most,
    );
    this.#onTheWay(link, what, arrive, link.page, afterMs);
  }

  #onTheWay(link: Link, what: string, arrive: () => void, actor: Page | undefined, afterMs = 0): void {
    const run = () => {
      if (this.#isThere(link) && !link.isBroken) arrive();
    };
    this.#world.scheduler.after(afterMs + this.ms(link), `${link.id}: ${what}`, run, actor);
  }

  /** How long something takes on it just now. */
  ms({ page }: Link): number {
    const { chance, faults } = this.#world;
    const { least, most } = faults.strikes('frames are slow', page.tab) ? SLOW_FRAME_MS : FRAME_MS;
    return chance.between(`frames of ${page.tab}`, least, most);
  }
}
