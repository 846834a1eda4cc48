import type { OutboxItem } from '../state/model.ts';
import { isOpenToChange } from '../state/open-to-change.ts';
import type { ShownMessage } from '../state/shown-messages.ts';

/** What a message's menu has, in this order. */
export type MenuItem =
  | 'reply'
  | 'react'
  | 'copy'
  | 'edit'
  | 'forward'
  | 'star'
  | 'report'
  | 'delete'
  | 'discard';

/**
 * What can be done with a message. What is on its way has no place yet that an act could name, so it waits; what was
 * not sent at all can still be another, or none.
 */
export function whatCanBeDone(
  { seq, mine, gone, clientId }: ShownMessage,
  outbox: readonly OutboxItem[],
): MenuItem[] {
  if (gone) return seq === undefined ? [] : ['delete'];
  if (seq === undefined) return isOpenToChange(outbox, clientId) ? ['copy', 'edit', 'discard'] : ['copy'];
  const all: MenuItem[] = ['reply', 'react', 'copy', 'edit', 'forward', 'star', 'report', 'delete'];
  return all.filter((item) => (item !== 'edit' || mine) && (item !== 'report' || !mine));
}
