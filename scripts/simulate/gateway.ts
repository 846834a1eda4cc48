import { closeConnection, openConnection, redeemTicket } from '../../lib/chat/connecting.ts';
import type { ClientFrame } from '../../lib/protocol/client-frames.ts';
import type { ServerFrame } from '../../lib/protocol/server-frames.ts';
import { TICKET_PREFIX } from '../../lib/protocol/socket.ts';
import type { Page } from './page.ts';
import type { Line, PageSocket } from './page-socket.ts';
import { Killed } from './server.ts';
import { answerTo, bodyOf } from './use-cases.ts';
import { type Link, Way } from './way.ts';
import type { World } from './world.ts';

/** API Gateway's limits. */
const IDLE_MS = 10 * 60_000;
const LONGEST_MS = 2 * 60 * 60_000;

/** It tells of the end of a connection when it gets to it. */
const DISCONNECT_MS = { least: 5, most: 800 };

/** Holds the sockets' other ends, and runs a handler for each frame, as API Gateway does. */
export class Gateway {
  readonly #world: World;
  readonly #links = new Set<Link>();
  readonly #way: Way;
  #connections = 0;

  constructor(world: World) {
    this.#world = world;
    this.#way = new Way(world, (link) => this.#links.has(link));
  }

  /** How many sockets a page has open. */
  openOf(page: Page): number {
    return [...this.#links].filter((link) => link.page === page && link.isOpen && !link.isBroken).length;
  }

  /** Begins a connection of a page that has offered its ticket among the sub-protocols. */
  connect(page: Page, socket: PageSocket, protocols: readonly string[]): Line {
    this.#connections += 1;
    const link: Link = {
      page,
      socket,
      id: `connection-${this.#connections}`,
      before: page.socketsOpened,
      identity: undefined,
      isOpen: false,
      isBroken: this.#world.faults.strikes('there is no network', page.tab),
      heardAt: this.#world.scheduler.now,
    };
    page.socketsOpened += 1;
    this.#links.add(link);
    const ticket =
      protocols.find((each) => each.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ?? '';
    this.#way.toServer(link, 'opens', () => void this.#open(link, ticket));
    return {
      send: (data) => this.#leave(link, JSON.parse(data) as ClientFrame),
      close: () => this.#way.toServer(link, 'is closed', () => this.#end(link)),
    };
  }

  /** A page has ended, and with it its sockets; its machine may have gone, too, without a word. */
  pageEnded(page: Page, silently: boolean): void {
    for (const link of this.#links) {
      if (link.page !== page) continue;
      if (silently) link.isBroken = true;
      else this.#way.toServer(link, 'is closed', () => this.#end(link));
    }
  }

  /** Cuts all sockets of a page, or all that there are. */
  cut(page?: Page): void {
    for (const link of this.#links) if (!page || link.page === page) this.#end(link);
  }

  async #open(link: Link, ticket: string): Promise<void> {
    const { server, scheduler } = this.#world;
    try {
      const { person, id: session } = await server.invoke('authorize', (chat) => redeemTicket(chat, ticket));
      const identity = { person, connectionId: link.id, session };
      link.identity = identity;
      await server.invoke('connect', (chat) => openConnection(chat, identity));
    } catch {
      return this.#end(link);
    }
    if (!this.#links.has(link)) return this.#tellOfEnd(link);
    link.isOpen = true;
    this.#world.witness.note(`${link.page.name}: ${link.id} is open`);
    link.heardAt = scheduler.now;
    server.push.open(
      link.id,
      (frame) => this.#arrive(link, frame, true),
      () => this.#end(link),
    );
    this.#way.toPage(link, 'is open', () => link.socket.opened());
    scheduler.after(LONGEST_MS, `${link.id} is too old`, () => this.#end(link));
    this.#watchIdle(link);
  }

  #watchIdle(link: Link): void {
    const { scheduler } = this.#world;
    if (!this.#links.has(link)) return;
    const left = link.heardAt + IDLE_MS - scheduler.now;
    if (left <= 0) this.#end(link);
    else scheduler.after(left, `${link.id} is idle`, () => this.#watchIdle(link));
  }

  /** A frame leaves a page. */
  #leave(link: Link, said: ClientFrame): void {
    const { faults, mutant, witness } = this.#world;
    const { page } = link;
    const frame = mutant.leaving ? mutant.leaving(said, overOf(link)) : said;
    if (!frame) return;
    witness.sent(page, frame);
    if (faults.strikes('a frame to the server is lost', page.tab)) return;
    const times = faults.strikes('a frame is doubled', page.tab) ? 2 : 1;
    for (let i = 0; i < times; i += 1) {
      this.#way.toServer(link, `${frame.action} arrives`, () => void this.#answer(link, frame));
    }
    if (faults.strikes('the socket is cut', page.tab)) {
      this.#world.scheduler.after(this.#way.ms(link), `${link.id} is cut`, () => this.#end(link));
    }
    if (faults.strikes('the socket dies silently', page.tab)) link.isBroken = true;
  }

  async #answer(link: Link, frame: ClientFrame): Promise<void> {
    const { server, scheduler, faults } = this.#world;
    const { identity } = link;
    if (!identity || !link.isOpen) return;
    link.heardAt = scheduler.now;
    const times = faults.strikes('a handler runs twice', link.page.tab) ? 2 : 1;
    for (let i = 0; i < times; i += 1) {
      server
        .invoke(frame.action, (chat) => answerTo(chat, identity, frame))
        .catch((error) => errorFrame(frame, error))
        .then((answer) => answer && this.#arrive(link, answer, false));
    }
  }

  /** A frame arrives at a page, if it does. */
  #arrive(link: Link, frame: ServerFrame, isPushed: boolean): void {
    const { faults, mutant, witness } = this.#world;
    const { page, socket } = link;
    if (faults.strikes('a frame from the server is lost', page.tab)) return;
    const arrive = () => {
      const arriving = mutant.arriving ? mutant.arriving(frame, overOf(link)) : frame;
      if (!arriving) return;
      witness.received(page, arriving, isPushed);
      socket.received(JSON.stringify(arriving));
    };
    this.#way.toPage(link, `${frame.action} arrives`, arrive);
    if (!isPushed || !faults.strikes('a frame is doubled', page.tab)) return;
    this.#way.toPageAgain(link, `${frame.action} arrives again`, arrive);
  }

  /** Neither side can use it any more; each is told, unless the way between the two is broken. */
  #end(link: Link): void {
    if (!this.#links.delete(link)) return;
    const { server, scheduler, witness } = this.#world;
    witness.note(`${link.page.name}: ${link.id} has ended`);
    server.push.end(link.id);
    if (!link.isBroken) {
      scheduler.after(this.#way.ms(link), `${link.id} has ended`, () => link.socket.ended(), link.page);
    }
    if (link.isOpen) this.#tellOfEnd(link);
    link.isOpen = false;
  }

  #tellOfEnd(link: Link): void {
    const { server, scheduler, chance, faults } = this.#world;
    const { identity } = link;
    if (!identity || faults.strikes('a disconnect is not told', link.page.tab)) return;
    const ms = chance.between('disconnects', DISCONNECT_MS.least, DISCONNECT_MS.most);
    scheduler.after(ms, `${link.id}: disconnect`, () => {
      server.invoke('disconnect', (chat) => closeConnection(chat, identity)).catch(() => {});
    });
  }
}

function errorFrame(frame: ClientFrame, error: unknown): ServerFrame | undefined {
  if (error instanceof Killed || frame.action === 'typing') return undefined;
  return { action: 'error', id: frame.id, ...bodyOf(error) };
}

function overOf({ page, before }: Link) {
  return { tab: page.tab, before, state: page.store.state() };
}
