/** Whole numbers, as runs without a hole, in ascending order: a log of any length that is held whole is one run. */
export class Runs {
  #runs: { first: number; last: number }[] = [];

  add(number: number): void {
    // Most often it joins on to the last run or to the first.
    const at = this.#runs.findIndex(({ last }) => number <= last + 1);
    const run = this.#runs[at];
    if (!run || number < run.first - 1) {
      this.#runs.splice(run ? at : this.#runs.length, 0, { first: number, last: number });
      return;
    }
    run.first = Math.min(run.first, number);
    run.last = Math.max(run.last, number);
    const next = this.#runs[at + 1];
    if (next?.first === run.last + 1) {
      run.last = next.last;
      this.#runs.splice(at + 1, 1);
    }
  }

  /** The last number of all; 0 if there is none. */
  get last(): number {
    return this.#runs.at(-1)?.last ?? 0;
  }

  /** The largest number from `upTo` down to 1 that is missing; 0 if none is. */
  missing(upTo: number): number {
    const run = this.#runs.find(({ first, last }) => first <= upTo && upTo <= last);
    return run ? run.first - 1 : upTo;
  }
}
