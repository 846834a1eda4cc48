import type { Entry } from '../../lib/protocol/entries.ts';
import type { StoredEntry } from '../../lib/protocol/server-frames.ts';
import type { OutboxAction } from './actions.ts';
import type { OutboxItem, UnsentMessage } from './model.ts';

type Outbox = readonly OutboxItem[];

/** Folds what happens to what is unsent into the outbox. */
export function reduceOutbox(outbox: Outbox, action: OutboxAction): Outbox {
  switch (action.type) {
    case 'message-typed':
      return [...outbox.filter((item) => !isReplacedBy(item, action.item)), action.item];
    case 'messages-tried':
      return change(outbox, action.clientIds, (item) => ({ ...item, tried: true }));
    case 'messages-refused':
      // Refused as a whole, so that nothing of it is stored.
      return change(outbox, action.clientIds, ({ tried: _, ...item }) => ({
        ...item,
        state: 'failed',
        failure: action.problem,
        retryAt: action.retryAt,
      }));
    case 'message-rewritten':
      return change(outbox, [action.clientId], (item) => rewritten(item, action.text));
    case 'act-refused':
      return outbox.filter(({ clientId }) => clientId !== action.item.clientId);
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

/** An item as a device has kept it, also by a version that knew messages only. */
export function asKept(item: OutboxItem | Omit<UnsentMessage, 'kind'>): OutboxItem {
  return 'kind' in item ? item : { ...item, kind: 'message' };
}

/** The entry that an item has become. */
export function entryOf(item: OutboxItem, from: string, { seq, at, messages }: StoredEntry): Entry {
  const placed = { clientId: item.clientId, from, seq, at, messages };
  switch (item.kind) {
    case 'message': {
      const { kind, text, replyTo, forwarded } = item;
      const more = { ...(replyTo !== undefined && { replyTo }), ...(forwarded && { forwarded }) };
      return { kind, ...placed, text, ...more };
    }
    case 'edit':
      return { kind: item.kind, ...placed, target: item.target, text: item.text };
    case 'deletion':
      return { kind: item.kind, ...placed, target: item.target };
    case 'reaction':
      return { kind: item.kind, ...placed, target: item.target, emoji: item.emoji };
  }
}

/** The outbox without what turns out to be in the log. */
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

/** What is not stored yet of what was written to somebody and done to messages, in the order it was done. */
export function unsentTo(outbox: Outbox, name: string): OutboxItem[] {
  return outbox.filter(({ to }) => to === name).sort((one, other) => one.typedAt - other.typedAt);
}

/** Just the messages of what is not stored yet. */
export function messagesIn(unsent: Outbox): UnsentMessage[] {
  return unsent.filter((item) => item.kind === 'message');
}

/** A time for a new item: now, or a little later where an item has that time already. */
export function nextTypedAt(outbox: Outbox, now: number): number {
  return Math.max(now, ...outbox.map(({ typedAt }) => typedAt + 1));
}

/** Of several edits of a message, or reactions to it, that nobody has seen yet, the last one is enough. */
function isReplacedBy(item: OutboxItem, next: OutboxItem): boolean {
  if (item.kind === 'message' || next.kind === 'message' || next.kind === 'deletion') return false;
  const isSame = item.kind === next.kind && item.to === next.to && item.target === next.target;
  return isSame && !item.tried;
}

function rewritten(item: OutboxItem, text: string): OutboxItem {
  if (item.kind !== 'message' || item.tried) return item;
  const { failure: _, ...rest } = item;
  return { ...rest, text, state: 'waiting' };
}

function change(
  outbox: Outbox,
  clientIds: readonly string[],
  make: (item: OutboxItem) => OutboxItem,
): Outbox {
  return outbox.map((item) => (clientIds.includes(item.clientId) ? make(item) : item));
}
