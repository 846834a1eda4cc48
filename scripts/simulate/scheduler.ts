import { hashOf } from './chance.ts';

/** Comes when all that promises have led to has happened: Node looks at these only then. */
const untilSettled = process.nextTick;

/** Somebody for whom things happen: a page. What is due for it when it has ended does not happen any more. */
export interface Actor {
  readonly name: string;
  readonly hasEnded: boolean;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly actor: Actor | undefined;
  readonly run: () => void;
  isCalledOff: boolean;
}

/**
 * Time, and all that happens in it: one thing after the other, each with all that follows from it at once. There is no
 * other clock and nothing else to wait for, so that the same beginning always has the same end.
 */
export class Scheduler {
  /** ms since 1970 */
  now: number;
  /** For whom the present thing happens; undefined if for nobody in particular. */
  actor: Actor | undefined;
  happened = 0;
  #hash = hashOf('');
  #order = 0;
  readonly #due: Due[] = [];

  constructor(startsAt: number) {
    this.now = startsAt;
  }

  /** The same for the same things at the same times. */
  get hash(): string {
    return this.#hash.toString(16).padStart(8, '0');
  }

  /** Has something happen later. @returns what calls that off */
  after(ms: number, what: string, run: () => void, actor?: Actor): () => void {
    this.#order += 1;
    const due = { at: this.now + Math.max(0, ms), order: this.#order, what, actor, run, isCalledOff: false };
    add(this.#due, due);
    return () => {
      due.isCalledOff = true;
    };
  }

  wait(ms: number, what: string, actor?: Actor): Promise<void> {
    return new Promise((resolve) => this.after(ms, what, resolve, actor));
  }

  /** Lets everything happen that is due until a time. */
  async runUntil(time: number): Promise<void> {
    for (let next = this.#due[0]; next && next.at <= time; next = this.#due[0]) {
      takeFirst(this.#due);
      if (next.isCalledOff || next.actor?.hasEnded) continue;
      this.now = next.at;
      this.actor = next.actor;
      this.happened += 1;
      this.#hash = hashOf(`${next.at} ${next.what}`, this.#hash);
      next.run();
      await new Promise<void>((resolve) => untilSettled(resolve));
      this.actor = undefined;
    }
    this.now = time;
  }
}

/** A binary heap: the next due first; of two at the same time, the one that was said first. */
function add(heap: Due[], due: Due): void {
  let place = heap.push(due) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isBefore(due, heap[above] as Due)) break;
    heap[place] = heap[above] as Due;
    place = above;
  }
  heap[place] = due;
}

function takeFirst(heap: Due[]): void {
  const last = heap.pop() as Due;
  if (heap.length === 0) return;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Due, heap[below] as Due)) below += 1;
    if (!isBefore(heap[below] as Due, last)) break;
    heap[place] = heap[below] as Due;
    place = below;
  }
  heap[place] = last;
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
