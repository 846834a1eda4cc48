import type { Actor, Scheduler } from './scheduler.ts';

/** Somebody who waits for a lock, or has it. */
interface Taker {
  readonly page: Actor;
  readonly begin: () => void;
}

/** The locks of a browser, which its tabs have one after the other; whoever ends lets go. */
export class Locks {
  readonly #takers = new Map<string, Taker[]>();

  /** As a browser's `navigator.locks.request`, of which pages use no more than this. */
  request<Result>(
    scheduler: Scheduler,
    page: Actor,
    name: string,
    { signal }: { signal: AbortSignal },
    work: () => Promise<Result>,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const takers = this.#takers.get(name) ?? [];
      this.#takers.set(name, takers);
      let hasBegun = false;
      const end = () => {
        takers.splice(takers.indexOf(taker), 1);
        if (takers[0]) this.#give(scheduler, name, takers[0]);
      };
      const begin = () => {
        if (hasBegun) return;
        hasBegun = true;
        void work().then(resolve, reject).finally(end);
      };
      const taker = { page, begin };
      takers.push(taker);
      signal.addEventListener('abort', () => {
        if (hasBegun || !takers.includes(taker)) return;
        takers.splice(takers.indexOf(taker), 1);
        reject(signal.reason);
      });
      if (takers[0] === taker) this.#give(scheduler, name, taker);
    });
  }

  /** A page has ended, and lets go of what it had. */
  pageEnded(scheduler: Scheduler, page: Actor): void {
    for (const [name, takers] of this.#takers) {
      const had = takers[0]?.page === page;
      const left = takers.filter((taker) => taker.page !== page);
      takers.splice(0, takers.length, ...left);
      if (had && left[0]) this.#give(scheduler, name, left[0]);
    }
  }

  #give(scheduler: Scheduler, name: string, { page, begin }: Taker): void {
    scheduler.after(0, `${page.name} has its turn at ${name}`, begin, page);
  }
}
