import type { Scheduler } from './scheduler.ts';

/** What the pages' code takes from the browser without being handed it. */
export interface PageGlobals {
  /** By the clock of the page's machine, in ms since 1970. */
  now(): number;
  setTimeout(run: () => void, ms: number): number;
  setInterval(run: () => void, ms: number): number;
  clearTimer(timer: number | undefined): void;
  fraction(): number;
  uuid(): string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  readonly storage: object;
  /** Does something when no other tab of the browser does. */
  inTurn<Result>(
    name: string,
    options: { signal: AbortSignal },
    work: () => Promise<Result>,
  ): Promise<Result>;
  reportError(error: unknown): void;
}

/**
 * Puts what a world has in place of the browser's clock, timers, chance, storage, requests and sockets: of each page
 * its own, while something happens for that page. Outside of that nobody may wait for anything.
 * @returns what puts back everything as it was
 */
export function lendGlobals(
  scheduler: Scheduler,
  current: () => PageGlobals | undefined,
  WebSocket: unknown,
): () => void {
  const page = (what: string): PageGlobals => {
    const found = current();
    if (!found) throw new Error(`Something asked for ${what} while nothing happened for any page.`);
    return found;
  };
  const clearTimer = (timer: number | undefined) => current()?.clearTimer(timer);
  const inTurn: PageGlobals['inTurn'] = (...asked) => page('a lock').inTurn(...asked);
  const beganAt = scheduler.now;
  const lent: [owner: object, name: string, value: unknown][] = [
    [globalThis, 'setTimeout', (run: () => void, ms = 0) => page('a timer').setTimeout(run, ms)],
    [globalThis, 'setInterval', (run: () => void, ms = 0) => page('a timer').setInterval(run, ms)],
    [globalThis, 'clearTimeout', clearTimer],
    [globalThis, 'clearInterval', clearTimer],
    [globalThis, 'fetch', (url: string, init: RequestInit) => page('a request').fetch(url, init)],
    [globalThis, 'WebSocket', WebSocket],
    [globalThis, 'navigator', { locks: { request: inTurn } }],
    [globalThis, 'reportError', (error: unknown) => page('a report').reportError(error)],
    [Date, 'now', () => Math.floor(current()?.now() ?? scheduler.now)],
    [performance, 'now', () => scheduler.now - beganAt],
    [Math, 'random', () => page('chance').fraction()],
    [crypto, 'randomUUID', () => page('an id').uuid()],
    [AbortSignal, 'timeout', (ms: number) => abortedAfter(scheduler, ms)],
    [AbortSignal, 'any', abortedWithAny],
  ];
  const undo = lent.map(([owner, name, value]) => lend(owner, name, { value, writable: true }));
  undo.push(lend(globalThis, 'localStorage', { get: () => page('storage').storage }));
  return () => {
    for (const back of undo.reverse()) back();
  };
}

/** The browser's own timer: no page can forget to end it. */
function abortedAfter(scheduler: Scheduler, ms: number): AbortSignal {
  const controller = new AbortController();
  scheduler.after(ms, 'a request has taken too long', () => controller.abort('too long'), scheduler.actor);
  return controller.signal;
}

/**
 * Node keeps its own until they are aborted, if somebody listens: of a page that is killed nothing is, and a whole world
 * with each of them, half a megabyte a run.
 */
function abortedWithAny(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    const abort = () => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  }
  return controller.signal;
}

function lend(owner: object, name: string, property: PropertyDescriptor): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...property });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}
