import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { HERE } from '../../test/support/sessions.ts';
import { Browser } from './browser.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { Http } from './http.ts';
import type { Mutant } from './mutants/mutant.ts';
import { Page } from './page.ts';
import { lendGlobals } from './page-globals.ts';
import { PageSocket } from './page-socket.ts';
import type { Plan } from './plan.ts';
import { Scheduler } from './scheduler.ts';
import { Server } from './server.ts';
import { watchMarks } from './watched-marks.ts';
import { Witness } from './witness.ts';

export const PASSWORD = 'correct horse battery staple';

/** Shortly before an hour begins, in which conversations move up in the lists. */
const BEGINS_AT = Date.UTC(2030, 0, 1, 11, 59, 30);

/** Tabs tell each other this late. */
const ANNOUNCED_AFTER_MS = 5;

/** A whole chat: servers, a network that fails, browsers, and time, all of them in this process. */
export class World {
  readonly plan: Plan;
  readonly mutant: Mutant;
  readonly scheduler = new Scheduler(BEGINS_AT);
  readonly chance: Chance;
  readonly faults: Faults;
  readonly witness: Witness;
  readonly server: Server;
  readonly gateway: Gateway;
  readonly http: Http;
  /** The page in each tab, if there is one. */
  readonly pages = new Map<string, Page>();
  readonly #browsers = new Map<string, Browser>();
  readonly #clocks = new Map<string, number>();
  #serials = 0;

  constructor(plan: Plan, mutant: Mutant, keepsHistory = false) {
    this.plan = plan;
    this.mutant = mutant;
    this.chance = chanceOf(plan.seed);
    this.faults = new Faults(plan.faults, this.scheduler, this.chance);
    this.witness = new Witness(this.scheduler, keepsHistory);
    this.server = new Server(this);
    this.gateway = new Gateway(this);
    this.http = new Http(this);
  }

  /** What the pages' code takes from a browser is this world's, until what is returned puts it back. */
  lendGlobals(): () => void {
    const current = () => (this.scheduler.actor instanceof Page ? this.scheduler.actor : undefined);
    const { gateway } = this;
    const WebSocket = class extends PageSocket {
      constructor(_: URL, protocols: readonly string[]) {
        const page = current();
        if (!page) throw new Error('Something opened a socket while nothing happened for any page.');
        super((socket) => gateway.connect(page, socket, protocols));
      }
    };
    return lendGlobals(this.scheduler, current, WebSocket);
  }

  /** Everybody has an account, and is logged in on each of their browsers. */
  async signUp(): Promise<void> {
    const { near } = this.server;
    for (const name of this.plan.people) {
      await register(near, { name, displayName: name, password: PASSWORD }, HERE);
    }
    for (const tab of this.plan.tabs) await this.logIn(tab);
  }

  /** Logs the person in on the browser of a tab, if nobody is. */
  async logIn(tab: string): Promise<void> {
    const browser = this.browserOf(tab);
    const name = tab.split('-')[0] as string;
    if (browser.session) return;
    browser.session = (await logIn(this.server.near, { name, password: PASSWORD }, HERE)).session;
  }

  browserOf(tab: string): Browser {
    const name = tab.replace(/-\d+$/, '');
    const browser = this.#browsers.get(name) ?? new Browser();
    this.#browsers.set(name, browser);
    return browser;
  }

  /** How far a machine's clock is off, all the time. */
  clockOff(machine: string, most: number): number {
    const off = this.#clocks.get(machine) ?? Math.floor(this.chance.between(machine, -most, most));
    this.#clocks.set(machine, off);
    return off;
  }

  /** Opens a page in a tab, in place of the one that is there. */
  open(tab: string): void {
    this.pages.get(tab)?.kill();
    this.#serials += 1;
    const serial = this.#serials;
    const page = new Page(this, tab, serial);
    this.pages.set(tab, page);
    watchMarks(page, this.witness);
    this.scheduler.after(0, `${page.name} opens`, () => page.chat.start(), page);
  }

  /** Ends the page in a tab; silently, if its machine is gone without a word. */
  leave(tab: string, silently = false): void {
    this.pages.get(tab)?.kill(silently);
    this.pages.delete(tab);
  }

  /** Tells the other tabs of a browser that somebody has logged in or out. */
  announce(from: Page): void {
    for (const page of this.pages.values()) {
      if (page === from || page.browser !== from.browser) continue;
      this.scheduler.after(
        ANNOUNCED_AFTER_MS,
        `${page.name} is told of a log-in`,
        () => page.onAnnounced(),
        page,
      );
    }
  }
}
