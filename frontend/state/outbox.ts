import type { Entry } from '../../lib/protocol/entries.ts';
import type { OutboxAction } from './actions.ts';
import type { OutboxItem } from './model.ts';

type Outbox = readonly OutboxItem[];

/** Folds what happens to unsent messages into the outbox. */
export function reduceOutbox(outbox: Outbox, action: OutboxAction): Outbox {
  switch (action.type) {
    case 'message-typed':
      return [...outbox, action.item];
    case 'messages-refused':
      return change(outbox, action.clientIds, (item) => ({
        ...item,
        state: 'failed',
        failure: action.problem,
      }));
    case 'message-retried':
      return change(outbox, [action.clientId], ({ failure: _, ...item }) => ({ ...item, state: 'waiting' }));
    case 'message-discarded':
      return outbox.filter(({ clientId }) => clientId !== action.clientId);
    case 'messages-moved':
      return change(outbox, action.clientIds, (item) => ({ ...item, after: action.after }));
    default:
      return outbox;
  }
}

/** The outbox without the messages that turn out to be in the log. */
export function withoutStored(outbox: Outbox, me: string, entries: readonly Entry[]): Outbox {
  if (outbox.length === 0) return outbox;
  const mine = new Set(entries.filter(({ from }) => from === me).map(({ clientId }) => clientId));
  const unsent = outbox.filter(({ clientId }) => !mine.has(clientId));
  return unsent.length === outbox.length ? outbox : unsent;
}

/** The items by their clientIds; the same map for the same outbox. */
export function byClientId(outbox: Outbox): ReadonlyMap<string, OutboxItem> {
  const known = maps.get(outbox) ?? new Map(outbox.map((item) => [item.clientId, item]));
  maps.set(outbox, known);
  return known;
}

const maps = new WeakMap<Outbox, ReadonlyMap<string, OutboxItem>>();

/** What is not stored yet of what was written to somebody, in the order it was typed. */
export function unsentTo(outbox: Outbox, name: string): OutboxItem[] {
  return outbox.filter(({ to }) => to === name).sort((one, other) => one.typedAt - other.typedAt);
}

/** A time for a new item: now, or a little later where an item has that time already. */
export function nextTypedAt(outbox: Outbox, now: number): number {
  return Math.max(now, ...outbox.map(({ typedAt }) => typedAt + 1));
}

function change(
  outbox: Outbox,
  clientIds: readonly string[],
  make: (item: OutboxItem) => OutboxItem,
): Outbox {
  return outbox.map((item) => (clientIds.includes(item.clientId) ? make(item) : item));
}
