import type { ShownMessage } from '../../../frontend/state/shown-messages.ts';
import type { Entry } from '../../../lib/protocol/entries.ts';
import { type Expected, foldAnew } from './fold-anew.ts';
import type { Violations } from './violation.ts';

/** In place of a message whose deletion was begun, not ended, and forgotten: who holds its text still shows it. */
const ANYTHING = 'anything';

/** What a page shows of a conversation, of which it holds a part of the log. */
export interface Shown {
  readonly first: number;
  readonly last: number;
  /** Each message as `asShown` has it. */
  readonly shown: readonly string[];
}

/** What is shown of the part that a page holds is what the log says, and nothing else. */
export function checkShown(
  where: string,
  { first, last, shown }: Shown,
  log: readonly Entry[],
  hidden: readonly number[],
  violations: Violations,
): void {
  const expected = foldAnew(log)
    .filter(({ seq }) => seq >= first && seq <= last && !hidden.includes(seq))
    .map(asText);
  const isSo = (each: string, i: number) => each === ANYTHING || each === shown[i];
  const isAll = expected.length === shown.length && expected.every(isSo);
  violations.unless(isAll, 'a page shows what the log says', () => {
    const i = expected.findIndex((each, place) => !isSo(each, place));
    return `${where}: ${shown[i] ?? shown.at(-1)} in place of ${expected[i] ?? 'nothing'}`;
  });
}

/** All of a shown message that the log decides on, in one line. */
export function asShown({ seq, from, text, gone, reactions, state }: ShownMessage): string {
  const each = reactions.flatMap(({ emoji, people }) => people.map((person) => `${emoji} ${person}`));
  return `${seq} ${from}: ${gone ? 'gone' : text} [${each.sort()}] ${state}`;
}

function asText({ seq, from, text, isGone, isHalfGone, reactions }: Expected): string {
  if (isHalfGone) return ANYTHING;
  return `${seq} ${from}: ${isGone ? 'gone' : text} [${reactions}] stored`;
}
