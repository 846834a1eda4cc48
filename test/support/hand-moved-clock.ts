import type { Clock } from '../../lib/chat/ports.ts';

/** Long past today, so that no database takes what the tests write for expired and removes it by itself. */
export const NOON = Date.UTC(2090, 0, 1, 12);

/** A clock that stands still until it is moved; waiting moves it, and takes no time. */
export interface HandMovedClock extends Clock {
  /** How long each wait was, in ms. */
  readonly waits: readonly number[];
  advance(ms: number): void;
  /** Sets it to a time, be it an earlier one: the clock of another machine. */
  set(ms: number): void;
}

export function handMovedClock(startsAt = NOON): HandMovedClock {
  const waits: number[] = [];
  let time = startsAt;
  return {
    waits,
    now: () => time,
    async wait(ms) {
      waits.push(ms);
      time += ms;
    },
    advance(ms) {
      time += ms;
    },
    set(ms) {
      time = ms;
    },
  };
}
