import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { Side } from '../../lib/protocol/side.ts';

/** What goes into a file of the conversation with somebody: its newest entries without a hole, and my side of it. */
export interface History {
  readonly with: Person;
  readonly entries: readonly Entry[];
  readonly side: Pick<Side, 'hidden' | 'starred'>;
}

/** How much is held of all that was written, in messages. */
export interface Extent {
  readonly held: number;
  readonly all: number;
}

/** How much of a conversation is held, by what its entries count. */
export function extentOf({ entries }: Pick<History, 'entries'>): Extent {
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return { held: 0, all: 0 };
  const before = first.kind === 'message' ? first.messages - 1 : first.messages;
  return { held: last.messages - before, all: last.messages };
}

/** The same of several together. */
export function extentOfAll(histories: readonly History[]): Extent {
  const sum = { held: 0, all: 0 };
  for (const { held, all } of histories.map(extentOf)) {
    sum.held += held;
    sum.all += all;
  }
  return sum;
}
