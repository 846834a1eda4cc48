import type { Chance } from './chance.ts';
import type { Fault, FaultKind } from './plan.ts';
import type { Scheduler } from './scheduler.ts';

/** What goes wrong just now. */
export class Faults {
  readonly #faults: readonly Fault[];
  readonly #scheduler: Scheduler;
  readonly #chance: Chance;
  readonly #beganAt: number;
  #areOver = false;

  constructor(faults: readonly Fault[], scheduler: Scheduler, chance: Chance) {
    this.#faults = faults;
    this.#scheduler = scheduler;
    this.#chance = chance;
    this.#beganAt = scheduler.now;
  }

  /** From now on nothing goes wrong any more. */
  end(): void {
    this.#areOver = true;
  }

  /** Whether something goes wrong this time. */
  strikes(kind: FaultKind, tab?: string): boolean {
    if (this.#areOver) return false;
    const ms = this.#scheduler.now - this.#beganAt;
    return this.#faults.some(
      (fault) =>
        fault.kind === kind &&
        ms >= fault.at &&
        ms < fault.at + fault.forMs &&
        (fault.tab === undefined || fault.tab === tab) &&
        this.#chance.fraction(fault.id) < fault.share,
    );
  }
}
