import type { ChangeSide } from '../../lib/protocol/client-frames.ts';
import type { Entry } from '../../lib/protocol/entries.ts';
import type { Marks, Side } from '../../lib/protocol/side.ts';
import type { Conversation } from './model.ts';

/** What somebody changes of their own side of a conversation. */
export type SideChange = Omit<ChangeSide, 'action' | 'id' | 'with'>;

/** A change that the server has not answered yet. */
export interface Wish {
  readonly id: string;
  readonly with: string;
  /** By this device's clock, in ms; no two of a conversation have the same, so it also is their order. */
  readonly at: number;
  readonly change: SideChange;
}

/** As long as the server has not said how my side is. */
export const NO_SIDE: Side = { received: 0, read: 0, readMessages: 0 };

export const NO_MARKS: Marks = { received: 0, read: 0 };

/** The sides of a conversation, as one holds them. */
export type Sides = Pick<Conversation, 'side' | 'said' | 'wishes' | 'theirs'>;

/** Marks only move forward, in whatever order they are told. */
export function foldMarks(held: Marks, told: Partial<Marks>): Marks {
  const received = Math.max(held.received, told.received ?? 0);
  const read = Math.max(held.read, told.read ?? 0);
  return received === held.received && read === held.read ? held : { received, read };
}

/** My side after the server has said how it is; what was read here, and what I wish, the server may not know yet. */
export function withSaid<Held extends Sides>(held: Held, said: Side, wishes = held.wishes): Held {
  // That it is as if nothing had happened is something to know, too.
  const folded = held.said === NO_SIDE ? { ...said } : sameOr(held.said, foldSide(held.said, said));
  const side = sameOr(held.side, wished(withMarksOf(held.side, folded), wishes));
  const isSame = folded === held.said && side === held.side && wishes === held.wishes;
  return isSame ? held : { ...held, said: folded, side, wishes };
}

/** My side with one more wish, shown as if it were granted. */
export function withWish<Held extends Sides>(held: Held, wish: Wish): Held {
  return { ...held, side: applied(held.side, wish), wishes: [...held.wishes, wish] };
}

/** My side without a wish, be it that it was granted or refused. */
export function withoutWish<Held extends Sides>(held: Held, id: string, said = held.said): Held {
  const wishes = held.wishes.filter((wish) => wish.id !== id);
  return withSaid(held, said, wishes);
}

/** My side after this device has shown everything up to a number. */
export function withRead(held: Conversation, seq: number): Conversation {
  const entry = entryAt(held.entries, seq);
  if (!entry || seq <= held.side.read) return held;
  const { unread: _, ...side } = held.side;
  const received = Math.max(side.received, seq);
  return { ...held, side: { ...side, received, read: seq, readMessages: entry.messages } };
}

/**
 * My side after more of mine was stored here: what I wrote right behind what I have read needs no reading. Otherwise many
 * of mine, of which a list brings the newest only, would count as unread where no more than those are held.
 */
export function withOwnRead(held: Conversation, me: string): Conversation {
  const { entries, side } = held;
  const behind = entriesAfter(entries, side.read);
  if (side.unread || behind[0]?.seq !== side.read + 1) return held;
  const end = behind.findIndex(({ from }) => from !== me);
  const lastOfMine = behind.at(end === -1 ? -1 : end - 1);
  return end === 0 || !lastOfMine ? held : withRead(held, lastOfMine.seq);
}

/** After the server has answered how my marks are. */
export function withMarked(held: Conversation, { received, read }: Marks): Conversation {
  const { side, said } = held;
  const messages = read === side.read ? side.readMessages : entryAt(held.entries, read)?.messages;
  // One that is not held was read on another device, of which the server tells apart from this.
  const isOn = messages !== undefined && read > said.read;
  const { unread: _, ...marked } = { ...said, ...(isOn && { read, readMessages: messages }) };
  const stays = !isOn && said.unread ? { unread: said.unread } : {};
  return withSaid(held, { ...marked, ...stays, received: Math.max(said.received, received) });
}

/** After the other person has received or read more. */
export function withTheirs(held: Conversation, told: Partial<Marks>): Conversation {
  const theirs = foldMarks(held.theirs, told);
  return theirs === held.theirs ? held : { ...held, theirs };
}

/** The sides of a conversation as a device keeps them. What was read here may be further on than what was said. */
export interface KeptSides {
  readonly said: Side;
  readonly read: Pick<Side, 'read' | 'readMessages'>;
  readonly theirs: Marks;
}

/** A conversation with the sides that a device had kept. */
export function withKept(held: Conversation, { said, read, theirs }: KeptSides): Conversation {
  return { ...withSaid({ ...held, side: { ...held.side, ...read } }, said), theirs };
}

/** How many messages of the other person I have not read: none among my notes, however few of these are held. */
export function unreadCount(
  { entries, side, said }: Pick<Conversation, 'entries' | 'side' | 'said'>,
  me: string,
  name: string,
): number {
  if (name === me) return 0;
  const newest = entries.at(-1);
  if (!newest || newest.seq <= side.read || side.blocked || said === NO_SIDE) return 0;
  let count = newest.messages - side.readMessages;
  for (const entry of entriesAfter(entries, side.read)) {
    if (entry.kind === 'message' && !isNews(entry, side, me)) count -= 1;
  }
  return Math.max(0, count);
}

/** The first message that I have not read of what is held, behind a number; undefined if there is none. */
export function firstUnread(
  { entries, side }: Pick<Conversation, 'entries' | 'side'>,
  read: number,
  me: string,
): number | undefined {
  const unread = entriesAfter(entries, read);
  return unread.find((entry) => entry.kind === 'message' && isNews(entry, side, me))?.seq;
}

/** Whether nothing rings at a time. */
export function isMuted({ mutedUntil = 0 }: Side, now: number): boolean {
  return mutedUntil > now;
}

/** Whether it was put away; something newer brings it back, unless it is muted. */
export function isArchived({ entries, side }: Pick<Conversation, 'entries' | 'side'>, now: number): boolean {
  if (side.archivedAt === undefined) return false;
  return (entries.at(-1)?.seq ?? 0) <= side.archivedAt || isMuted(side, now);
}

function isNews(entry: Entry & { kind: 'message' }, side: Side, me: string): boolean {
  return entry.from !== me && entry.gone !== 'blocked' && !side.hidden?.includes(entry.seq);
}

/** What is said of a mark that was further on is older, and so is whether it was marked as unread there. */
function foldSide(held: Side, said: Side): Side {
  const { unread, read, readMessages, ...rest } = said;
  const ahead = read >= held.read ? said : held;
  return {
    ...rest,
    received: Math.max(held.received, said.received),
    read: ahead.read,
    readMessages: ahead.readMessages,
    ...(unread && ahead === said && { unread }),
  };
}

/** What was read here may be further on than what was said. */
function withMarksOf(shown: Side, said: Side): Side {
  const { read, readMessages } = shown.read > said.read ? shown : said;
  return { ...said, received: Math.max(shown.received, said.received), read, readMessages };
}

function wished(side: Side, wishes: readonly Wish[]): Side {
  return wishes.reduce(applied, side);
}

function applied(side: Side, { at, change }: Wish): Side {
  const { unread, pinned, mutedUntil, archived, blocked, accepted, star, unstar, hide } = change;
  const next: { -readonly [Key in keyof Side]: Side[Key] } = { ...side };
  if (unread === true) next.unread = true;
  if (unread === false) delete next.unread;
  if (pinned === true) next.pinnedAt ??= at;
  if (pinned === false) delete next.pinnedAt;
  if (mutedUntil !== undefined && mutedUntil > 0) next.mutedUntil = mutedUntil;
  if (mutedUntil === 0) delete next.mutedUntil;
  if (archived === true) next.archivedAt = Number.MAX_SAFE_INTEGER;
  if (archived === false) delete next.archivedAt;
  if (blocked === true) next.blocked = true;
  if (blocked === false) delete next.blocked;
  if (accepted) delete next.request;
  if (star) next.starred = [...new Set([...(side.starred ?? []), ...star])];
  if (unstar) next.starred = (next.starred ?? []).filter((seq) => !unstar.includes(seq));
  if (hide) next.hidden = [...new Set([...(side.hidden ?? []), ...hide])];
  return next;
}

/** The one that is held where both say the same, so that views need not look again. */
function sameOr(held: Side, next: Side): Side {
  return isSame(held, next) ? held : next;
}

function isSame(one: Side, other: Side): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Side)[]);
  return [...keys].every((key) => {
    const [mine, theirs] = [one[key], other[key]];
    return Array.isArray(mine) && Array.isArray(theirs) ? sameList(mine, theirs) : mine === theirs;
  });
}

function sameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((seq, i) => seq === other[i]);
}

/** The log has no hole, so that a number is a place. */
export function entriesAfter(entries: readonly Entry[], seq: number): readonly Entry[] {
  return entries.slice(Math.max(0, seq + 1 - (entries[0]?.seq ?? 1)));
}

function entryAt(entries: readonly Entry[], seq: number): Entry | undefined {
  return entries[seq - (entries[0]?.seq ?? 1)];
}
