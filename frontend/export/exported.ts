import type { Person } from '../../lib/protocol/names.ts';
import type { MyData } from '../../lib/protocol/profile-rest.ts';
import { type FoldedMessage, foldOf } from '../state/fold.ts';
import type { History } from './history.ts';

/** One more whenever a program that reads the files has to be changed; docs/export.md describes them. */
export const FORMAT_VERSION = 1;

/** What a file is made from. */
export interface ToExport {
  /** When it is made, in ms since 1970. */
  readonly at: number;
  readonly by: Person;
  readonly histories: readonly History[];
  /** What else is kept of them, where all of it is wanted. */
  readonly account?: MyData | undefined;
}

/** A message as a file has it. Times are ISO 8601, in UTC; what does not apply is absent. */
export interface ExportedMessage {
  readonly seq: number;
  /** A name. */
  readonly from: string;
  readonly at: string;
  /** As it was last edited; empty if it was deleted. */
  readonly text: string;
  /** When it was last edited. */
  readonly edited?: string;
  /** What it said before, the oldest first. */
  readonly former?: readonly { readonly text: string; readonly at: string }[];
  readonly deleted?: true;
  /** The seq of the message that it answers, whether that is in the file or not. */
  readonly replyTo?: number;
  readonly forwarded?: true;
  readonly reactions?: readonly { readonly emoji: string; readonly people: readonly string[] }[];
  readonly starred?: true;
}

/** The messages of a conversation, as they are shown: without those deleted for me, and those of whoever was blocked. */
export function exportedMessages({ entries, side }: History): ExportedMessage[] {
  const hidden = new Set(side.hidden);
  const starred = new Set(side.starred);
  return foldOf(entries)
    .messages.filter(({ seq, gone }) => gone !== 'blocked' && !hidden.has(seq))
    .map((message) => exportedMessage(message, starred.has(message.seq)));
}

function exportedMessage(message: FoldedMessage, isStarred: boolean): ExportedMessage {
  const { seq, from, at, text, textAt, former, gone, replyTo, forwarded, reactions } = message;
  return {
    seq,
    from,
    at: iso(at),
    text,
    ...(former.length > 0 && {
      edited: iso(textAt),
      former: former.map((it) => ({ text: it.text, at: iso(it.at) })),
    }),
    ...(gone === 'deleted' && { deleted: true as const }),
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded && { forwarded }),
    ...(reactions.length > 0 && { reactions }),
    ...(isStarred && { starred: true as const }),
  };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
