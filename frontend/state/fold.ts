import type { Entry, Gone, MessageEntry } from '../../lib/protocol/entries.ts';
import { placeOf } from './place-of.ts';

/** A text that a message had before it was edited. */
export interface Former {
  readonly text: string;
  /** When it was written. */
  readonly at: number;
}

/** An emoji with all who have reacted with it, in the order in which they did. */
export interface Reaction {
  readonly emoji: string;
  readonly people: readonly string[];
}

/** What a message has become by the entries behind it. */
export interface FoldedMessage {
  readonly seq: number;
  readonly from: string;
  readonly clientId: string;
  readonly at: number;
  /** As it was last edited; empty if it is gone. */
  readonly text: string;
  /** When that text was written. */
  readonly textAt: number;
  /** The texts before that, the oldest first; empty if it was never edited. */
  readonly former: readonly Former[];
  readonly gone?: Gone;
  readonly reactions: readonly Reaction[];
  readonly replyTo?: number;
  readonly forwarded?: true;
}

export interface Fold {
  readonly entries: readonly Entry[];
  /** In the log's order. */
  readonly messages: readonly FoldedMessage[];
}

/** What somebody does to a message, whether it is in the log or not yet. */
export type Act = { readonly from: string; readonly at: number; readonly target: number } & (
  | { readonly kind: 'edit'; readonly text: string; readonly gone?: Gone }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'reaction'; readonly emoji: string | null }
);

const NONE: readonly never[] = [];
const NOTHING: Fold = { entries: NONE, messages: NONE };

/**
 * Folds a run of a log into its messages. The same run gives the same fold, and a longer one leaves as they are the
 * messages that nothing was done to, so that a view need not look at them again.
 */
export function foldOf(entries: readonly Entry[]): Fold {
  const [first] = entries;
  if (!first) return NOTHING;
  const known = folds.get(entries);
  if (known) return known;
  const latest = latestOf.get(first)?.deref();
  const fold = extended(latest && goesOnIn(latest.entries, entries) ? latest : NOTHING, entries);
  folds.set(entries, fold);
  latestOf.set(first, new WeakRef(fold));
  return fold;
}

const folds = new WeakMap<readonly Entry[], Fold>();

/**
 * The last fold of those that begin with an entry: most often the next one only goes on from there. The entry lives as
 * long as the log is held, its fold only as long as those entries: otherwise each page on the way up would leave one behind.
 */
const latestOf = new WeakMap<Entry, WeakRef<Fold>>();

/** The message with a number; undefined if it is not held, or if that entry is no message. */
export function messageAt({ messages }: Fold, seq: number): FoldedMessage | undefined {
  const message = messages[placeIn(messages, seq)];
  return message?.seq === seq ? message : undefined;
}

/** Where the first message stands that has this number or a higher one. */
export function placeIn(messages: readonly FoldedMessage[], seq: number): number {
  return placeOf(messages, seq, (message) => message.seq);
}

/** The message after something was done to it; the same one if that may not be, or comes too late. */
export function changed(message: FoldedMessage, act: Act): FoldedMessage {
  if (message.gone) return message;
  if (act.kind === 'reaction') {
    return { ...message, reactions: withReaction(message.reactions, act.from, act.emoji) };
  }
  if (act.from !== message.from) return message;
  if (act.kind === 'deletion') {
    return { ...message, text: '', textAt: message.at, former: NONE, reactions: NONE, gone: 'deleted' };
  }
  // Written while its sender was blocked: what was there before stays.
  if (act.gone) return message;
  const former = [...message.former, { text: message.text, at: message.textAt }];
  return { ...message, text: act.text, textAt: act.at, former };
}

function goesOnIn(known: readonly Entry[], entries: readonly Entry[]): boolean {
  return known.length <= entries.length && known.at(-1) === entries[known.length - 1];
}

function extended(fold: Fold, entries: readonly Entry[]): Fold {
  const messages = [...fold.messages];
  for (const entry of entries.slice(fold.entries.length)) take(messages, entry);
  return { entries, messages };
}

function take(messages: FoldedMessage[], entry: Entry): void {
  switch (entry.kind) {
    case 'message':
      messages.push(asWritten(entry));
      return;
    case 'edit':
    case 'deletion':
    case 'reaction': {
      const place = placeIn(messages, entry.target);
      const message = messages[place];
      if (message?.seq === entry.target) messages[place] = changed(message, entry);
      return;
    }
    case 'departure':
      // Reactions are gone when the log is read again.
      messages.forEach((message, place) => {
        messages[place] = changed(message, { ...entry, kind: 'deletion', target: 0 });
      });
  }
}

function asWritten({ seq, from, clientId, at, text, replyTo, forwarded, gone }: MessageEntry): FoldedMessage {
  return {
    seq,
    from,
    clientId,
    at,
    text: gone ? '' : text,
    textAt: at,
    former: NONE,
    reactions: NONE,
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded && { forwarded }),
    ...(gone && { gone }),
  };
}

function withReaction(
  reactions: readonly Reaction[],
  person: string,
  emoji: string | null,
): readonly Reaction[] {
  const others = reactions
    .map((reaction) => ({ ...reaction, people: reaction.people.filter((name) => name !== person) }))
    .filter((reaction) => reaction.people.length > 0 || reaction.emoji === emoji);
  if (emoji === null) return others;
  if (!others.some((reaction) => reaction.emoji === emoji)) return [...others, { emoji, people: [person] }];
  return others.map((it) => (it.emoji === emoji ? { ...it, people: [...it.people, person] } : it));
}
