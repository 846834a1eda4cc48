/** A promise that was not kept. */
export interface Violation {
  /** Which, always in the same words, so that a smaller run can be seen to break the same one. */
  readonly rule: string;
  readonly detail: string;
}

/** A list of violations that is easy to add to. */
export class Violations {
  readonly all: Violation[] = [];

  /** Notes a violation, if it is one. */
  unless(isKept: boolean, rule: string, detail: () => string): void {
    if (!isKept) this.all.push({ rule, detail: detail() });
  }
}
