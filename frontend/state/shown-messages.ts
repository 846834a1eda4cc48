import type { MessageEntry } from '../../lib/protocol/entries.ts';
import type { Problem } from '../net/errors.ts';
import { type Act, changed, type Fold, type FoldedMessage, foldOf, messageAt, placeIn } from './fold.ts';
import {
  type Conversation,
  NO_CONVERSATION,
  type OutboxItem,
  type State,
  type UnsentAct,
  type UnsentMessage,
} from './model.ts';
import { messagesIn, unsentTo } from './outbox.ts';
import { myName } from './reducer.ts';

/** A message as a conversation shows it, with what is done to it here, stored or not. */
export interface ShownMessage extends Pick<FoldedMessage, 'text' | 'former' | 'gone' | 'reactions'> {
  /** The same while it is pending and when it is stored. */
  readonly key: string;
  readonly clientId: string;
  readonly seq?: number;
  readonly from: string;
  readonly mine: boolean;
  readonly at: number;
  /** Of the message, or of the text that I have put in its place. */
  readonly state: 'pending' | 'stored' | 'failed';
  readonly failure?: Problem;
  readonly retryAt?: number | undefined;
  readonly replyTo?: number;
  /** What it answers, where that is held. */
  readonly quoted?: FoldedMessage;
  readonly forwarded?: true;
  readonly starred?: true;
}

/** A part of a log, by its numbers, both included; without a `last` it goes to the end, and on to what is not stored. */
interface Part {
  readonly first: number;
  readonly last?: number;
}

const NONE: readonly never[] = [];
const AS_WRITTEN = { former: NONE, reactions: NONE };

type Held = Pick<Conversation, 'entries' | 'aside' | 'side'>;

/** The messages of an open conversation: what is stored, in the log's order, then what is not. */
export function shownMessages(state: State, name: string): ShownMessage[] {
  return messagesOf(
    state.conversations.get(name) ?? NO_CONVERSATION,
    unsentTo(state.outbox, name),
    myName(state),
  );
}

/** As `shownMessages`, of just the parts that matter, so that a view can remember it for as long as they last. */
export function messagesOf(
  conversation: Held,
  unsent: readonly OutboxItem[],
  me: string,
  { first, last }: Part = { first: 0 },
): ShownMessage[] {
  const fold = foldOf(conversation.entries);
  const isShown = isShownIn(conversation);
  const acts = actsOf(conversation, unsent, me);
  const starred = setOf(conversation.side.starred);
  const start = placeIn(fold.messages, first);
  const end = last === undefined ? undefined : placeIn(fold.messages, last + 1);
  const stored = fold.messages
    .slice(start, end)
    .filter(isShown)
    .map((message) => storedMessage(message, acts.get(message.seq) ?? NONE, me));
  const messages = last === undefined ? [...stored, ...withoutPlace(conversation, unsent, me)] : stored;

  return messages.map((message) => {
    const quoted = message.replyTo === undefined ? undefined : messageAt(fold, message.replyTo);
    return {
      ...message,
      ...(quoted && isShown(quoted) && { quoted }),
      ...(message.seq !== undefined && starred.has(message.seq) && { starred: true as const }),
    };
  });
}

/** Mine beyond a hole are stored, but their place can't be shown yet: they wait at the end like those not stored. */
function withoutPlace({ aside }: Held, unsent: readonly OutboxItem[], me: string): ShownMessage[] {
  const mineAside = aside.filter((entry) => entry.kind === 'message' && entry.from === me);
  return [
    ...(mineAside as MessageEntry[]).map(pendingMessage),
    ...messagesIn(unsent).map((item) => unsentMessage(item, me)),
  ];
}

/** The numbers of all messages that are held and shown, ascending; the same list for the same conversation. */
export function shownSeqs(conversation: Held): readonly number[] {
  const fold = foldOf(conversation.entries);
  const known = seqsOf.get(fold);
  const hidden = conversation.side.hidden;
  if (known && known.hidden === hidden) return known.seqs;
  const seqs = fold.messages.filter(isShownIn(conversation)).map(({ seq }) => seq);
  seqsOf.set(fold, { hidden, seqs });
  return seqs;
}

const seqsOf = new WeakMap<Fold, { hidden: readonly number[] | undefined; seqs: readonly number[] }>();

/** The newest message that is shown of what is stored; undefined if there is none. Its text is empty if it is gone. */
export function lastShown(conversation: Held): FoldedMessage | undefined {
  return foldOf(conversation.entries).messages.findLast(isShownIn(conversation));
}

/** Whether a message is to be seen: not if its sender was blocked, and not if it was deleted for me alone. */
function isShownIn({ side }: Held): (message: FoldedMessage) => boolean {
  const hidden = setOf(side.hidden);
  return ({ seq, gone }) => gone !== 'blocked' && !hidden.has(seq);
}

/** A message of the log, with what I do to it that is not shown by the log yet. */
function storedMessage(message: FoldedMessage, acts: readonly Act[], me: string): ShownMessage {
  const { textAt: _, ...now } = acts.reduce(changed, message);
  const isChanging = acts.some(({ kind }) => kind !== 'reaction');
  return {
    ...now,
    key: keyOf(message.from, message.clientId),
    mine: message.from === me,
    state: isChanging ? 'pending' : 'stored',
  };
}

function pendingMessage({ from, clientId, text, at, replyTo, forwarded }: MessageEntry): ShownMessage {
  return {
    ...AS_WRITTEN,
    key: keyOf(from, clientId),
    clientId,
    from,
    mine: true,
    text,
    at,
    state: 'pending',
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded && { forwarded }),
  };
}

function unsentMessage(item: UnsentMessage, me: string): ShownMessage {
  const { clientId, text, typedAt, state, failure, retryAt, replyTo, forwarded } = item;
  return {
    ...AS_WRITTEN,
    key: keyOf(me, clientId),
    clientId,
    from: me,
    mine: true,
    text,
    at: typedAt,
    state: state === 'failed' ? 'failed' : 'pending',
    ...(replyTo !== undefined && { replyTo }),
    ...(forwarded && { forwarded }),
    ...(failure !== undefined && { failure, retryAt }),
  };
}

/** What I do to messages, by their numbers: stored beyond a hole, so that the log does not show it yet, or not stored. */
function actsOf(
  { aside }: Held,
  unsent: readonly OutboxItem[],
  me: string,
): ReadonlyMap<number, readonly Act[]> {
  const storedAside = aside.filter((entry) => entry.kind !== 'message' && entry.from === me) as Act[];
  const items = unsent.filter((item): item is UnsentAct => item.kind !== 'message');
  const acts = [...storedAside, ...items.map((item): Act => ({ ...item, from: me, at: item.typedAt }))];
  const byTarget = new Map<number, Act[]>();
  for (const act of acts) byTarget.set(act.target, [...(byTarget.get(act.target) ?? NONE), act]);
  return byTarget;
}

function setOf(seqs: readonly number[] = NONE): ReadonlySet<number> {
  const known = sets.get(seqs) ?? new Set(seqs);
  sets.set(seqs, known);
  return known;
}

const sets = new WeakMap<readonly number[], ReadonlySet<number>>();

function keyOf(from: string, clientId: string): string {
  return `${from}/${clientId}`;
}
