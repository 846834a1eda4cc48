import type { Entry } from '../../lib/protocol/entries.ts';

/** The part of a conversation that is about the order of its log. */
export interface Run {
  readonly entries: readonly Entry[];
  readonly aside: readonly Entry[];
}

/** The number of the last entry that is held without a hole; 0 if none is. */
export function lastSeq(run: Run): number {
  return run.entries.at(-1)?.seq ?? 0;
}

/** Whether there are entries that can't be shown yet because some before them are missing. */
export function hasHole(run: Run): boolean {
  return run.aside.length > 0;
}

/** Whether the log begins before what is held. */
export function hasEarlier(run: Run): boolean {
  return (run.entries[0]?.seq ?? 1) > 1;
}

/**
 * Takes in entries in whatever order and however often they come. Those up to the last one are known; the next ones
 * are appended; those beyond a hole are put aside until it is filled.
 */
export function extend(run: Run, incoming: readonly Entry[]): Run {
  const last = lastSeq(run);
  const news = ascendingWithoutDoubles([...run.aside, ...incoming].filter(({ seq }) => seq > last));
  if (news.length === run.aside.length) return run;
  let next = 0;
  while (news[next]?.seq === last + 1 + next) next += 1;
  if (next === 0) return { entries: run.entries, aside: news };
  return { entries: [...run.entries, ...news.slice(0, next)], aside: news.slice(next) };
}

/** Begins with the newest entries where none are held yet, otherwise takes them in like any others. */
export function beginOrExtend(run: Run, newest: readonly Entry[]): Run {
  if (run.entries.length > 0) return extend(run, newest);
  return extend({ entries: [...newest], aside: [] }, run.aside);
}

/** Puts the entries of an earlier page before those that are held, if they join on to them. */
export function prepend(run: Run, earlier: readonly Entry[]): Run {
  const first = run.entries[0]?.seq ?? 1;
  const older = earlier.filter(({ seq }) => seq < first);
  if (older.at(-1)?.seq !== first - 1) return run;
  return { entries: [...older, ...run.entries], aside: run.aside };
}

/** Whether entries are of another log than those that are held: one number, two messages. */
export function contradicts({ entries: held }: Run, entries: readonly Entry[]): boolean {
  const [first] = held;
  if (!first) return false;
  return entries.some((entry) => {
    const known = held[entry.seq - first.seq];
    return known !== undefined && (known.clientId !== entry.clientId || known.from !== entry.from);
  });
}

/** With at most so many of the newest entries. */
export function newestOf<Held extends Run>(run: Held, limit: number): Held {
  return run.entries.length <= limit ? run : { ...run, entries: run.entries.slice(-limit) };
}

function ascendingWithoutDoubles(entries: readonly Entry[]): Entry[] {
  const bySeq = new Map(entries.toReversed().map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
