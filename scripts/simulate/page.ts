import { createApi } from '../../frontend/net/api.ts';
import type { Surroundings } from '../../frontend/net/surroundings.ts';
import type { State } from '../../frontend/state/model.ts';
import { INITIAL_STATE } from '../../frontend/state/model.ts';
import { reduce } from '../../frontend/state/reducer.ts';
import type { Store } from '../../frontend/state/store.ts';
import { type Chat, createChat } from '../../frontend/sync/chat.ts';
import type { Browser } from './browser.ts';
import type { Mutant } from './mutants/mutant.ts';
import type { PageGlobals } from './page-globals.ts';
import type { Actor } from './scheduler.ts';
import type { World } from './world.ts';

export const ADDRESS = 'https://chat.example';

/** How long a browser's database takes. */
const DATABASE_MS = { least: 1, most: 30 };

/** How far the clocks of people's machines may be off. */
const CLOCK_OFF_MS = 10 * 60_000;

/** A page that is open in a tab, without its views: the client's own code, and what a browser has for it. */
export class Page implements Actor, PageGlobals {
  readonly name: string;
  readonly tab: string;
  readonly person: string;
  readonly browser: Browser;
  readonly store: Store & { readonly listeners: ReadonlySet<() => void> };
  readonly storage: object;
  hasEnded = false;
  socketsOpened = 0;
  readonly timers = new Map<number, () => void>();
  readonly wakers = new Set<() => void>();
  readonly networkLosers = new Set<() => void>();
  onAnnounced: () => void = () => {};
  readonly #world: World;
  readonly #clockOff: number;
  readonly chat: Chat;
  #timers = 0;
  #ids = 0;

  /** @param serial tells it apart from those that were open in the tab before */
  constructor(world: World, tab: string, serial: number) {
    this.#world = world;
    this.tab = tab;
    this.name = `${tab}-${serial}`;
    this.person = tab.split('-')[0] as string;
    this.browser = world.browserOf(tab);
    this.storage = this.browser.storage;
    this.store = storeWith(world.mutant);
    const machine = `clock of ${tab.replace(/-\d+$/, '')}`;
    this.#clockOff = world.clockOff(machine, CLOCK_OFF_MS);
    const device = this.browser.device(() => this.#databaseTime());
    this.chat = createChat({
      api: createApi(ADDRESS),
      store: this.store,
      surroundings: this.#surroundings(),
      device: world.mutant.device?.(device) ?? device,
      otherTabs: (onAnnounced) => {
        this.onAnnounced = onAnnounced;
        return { announce: () => world.announce(this) };
      },
      page: `${ADDRESS}/`,
    });
  }

  get state(): State {
    return this.store.state();
  }

  /** Ends without a word to its code, as a reload or a crash does. */
  kill(silently = false): void {
    this.hasEnded = true;
    this.browser.locks.pageEnded(this.#world.scheduler, this);
    this.#world.gateway.pageEnded(this, silently);
  }

  now(): number {
    return this.#world.scheduler.now + this.#clockOff;
  }

  setTimeout(run: () => void, ms: number): number {
    const timer = this.#newTimer();
    this.#start(timer, ms, () => {
      this.timers.delete(timer);
      run();
    });
    return timer;
  }

  setInterval(run: () => void, ms: number): number {
    const timer = this.#newTimer();
    const again = () =>
      this.#start(timer, ms, () => {
        again();
        run();
      });
    again();
    return timer;
  }

  clearTimer(timer: number | undefined): void {
    if (timer === undefined || this.#world.mutant.forgetsTimers) return;
    this.timers.get(timer)?.();
    this.timers.delete(timer);
  }

  fraction(): number {
    return this.#world.chance.fraction(`chance of ${this.tab}`);
  }

  uuid(): string {
    this.#ids += 1;
    return `${this.name}-${this.#ids}`;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    return this.#world.http.fetch(this, new URL(url), init);
  }

  inTurn<Result>(
    name: string,
    options: { signal: AbortSignal },
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.browser.locks.request(this.#world.scheduler, this, name, options, work);
  }

  reportError(error: unknown): void {
    this.#world.witness.failed(`${this.name} reported ${error instanceof Error ? error.stack : error}`);
  }

  #newTimer(): number {
    this.#timers += 1;
    return this.#timers;
  }

  #start(timer: number, ms: number, run: () => void): void {
    this.timers.set(timer, this.#world.scheduler.after(ms, `${this.name}: timer ${timer}`, run, this));
  }

  #databaseTime(): Promise<void> {
    const ms = this.#world.chance.between(`database of ${this.tab}`, DATABASE_MS.least, DATABASE_MS.most);
    return this.#world.scheduler.wait(ms, `${this.name}: database`, this);
  }

  #surroundings(): Surroundings {
    const listenIn = (listeners: Set<() => void>) => (listener: () => void) => {
      // Each by itself, though the same function be given twice.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    };
    return { onWake: listenIn(this.wakers), onNetworkLost: listenIn(this.networkLosers) };
  }
}

/** The page's store, whose reducer may be a mutant. */
function storeWith({ reduce: mutated }: Mutant) {
  const listeners = new Set<() => void>();
  let state = INITIAL_STATE;
  return {
    listeners,
    state: () => state,
    dispatch(action: Parameters<Store['dispatch']>[0]) {
      state = mutated ? mutated(reduce, state, action) : reduce(state, action);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
