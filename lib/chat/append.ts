import type { SendMessage } from '../protocol/client-frames.ts';
import type { DeletionEntry, EditEntry, Entry, MessageEntry, ReactionEntry } from '../protocol/entries.ts';
import { MAX_ENTRIES_BEHIND } from '../protocol/limits.ts';
import type { Chat } from './ports.ts';
import { Refusal } from './refusal.ts';

/** Numbers lost to somebody faster, after which a send gives up and its client tries again. */
const MAX_LOST_ROUNDS = 16;

type AppendPorts = Pick<Chat, 'entries' | 'clock' | 'metrics'>;

/** What an entry says, without its place in the log. */
export type Saying = Said<MessageEntry> | Said<EditEntry> | Said<DeletionEntry> | Said<ReactionEntry>;
type Said<Kind extends Entry> = Omit<Kind, 'seq' | 'from' | 'at' | 'messages' | 'gone'>;

/** Sayings of one person, to be appended in this order. */
export interface Draft {
  readonly from: string;
  readonly after: SendMessage['after'];
  readonly sayings: readonly Saying[];
  /**
   * Whether it may be appended behind this tail, which holds all that has come since `after`.
   * @throws Refusal
   */
  readonly check?: (tail: readonly Entry[]) => void;
  /** What has to be there before the entry that comes behind `last`. It may be done more than once. */
  readonly prepare?: (entry: Entry, last: Entry | undefined) => Promise<void>;
}

/**
 * Reads what a person's drafts have to be appended to: the entry `after` and everything behind it.
 *
 * The read may be stale; `append` meets the consequence in its put.
 * @throws Refusal `unknown-after`, `behind`
 */
export async function readTail(ports: AppendPorts, conversation: string, after: number): Promise<Entry[]> {
  const tail = await readFrom(ports, conversation, after, { strong: false });
  return holds(tail, after) ? tail : readTailStrongly(ports, conversation, after);
}

/**
 * Appends each saying exactly once.
 *
 * One that is in the tail already was stored by an earlier, unanswered try and keeps its place. The put with
 * "if there is no entry with this number" is the only write, and the only thing that decides the order. Where somebody
 * was faster it tells of their entry, which is the next of the tail: so each that comes between is looked at.
 * @throws Refusal `person-gone`; `busy` after MAX_LOST_ROUNDS conflicts; some of them may be stored then, and a resend
 *   finds them; `invalid-request` for a clientId that was used for something else; what the draft's check throws
 */
export async function append(
  ports: AppendPorts,
  conversation: string,
  draft: Draft,
  readBefore: readonly Entry[],
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let tail = readBefore;
  let isSure = false;
  let lost = 0;
  for (const saying of draft.sayings) {
    let entry = storedBefore(tail, draft.from, saying);
    while (!entry) {
      if (lost > MAX_LOST_ROUNDS) throw new Refusal('busy');
      const refusal = refusalOf(draft, tail);
      if (refusal && isSure) throw refusal;
      if (refusal) {
        // It may be about what the first read has left out.
        tail = await readTailStrongly(ports, conversation, draft.after);
        isSure = true;
      } else {
        const next = entryAfter(tail.at(-1), draft.from, saying, ports.clock.now());
        await draft.prepare?.(next, tail.at(-1));
        const inItsPlace = await ports.entries.put(conversation, next);
        ports.metrics.add('AppendRounds', 1);
        if (!inItsPlace && next.kind === 'message') ports.metrics.add('MessagesStored', 1);
        if (inItsPlace) lost += 1;
        tail = [...tail, inItsPlace ?? next];
      }
      entry = storedBefore(tail, draft.from, saying);
    }
    entries.push(entry);
  }
  return entries;
}

/** Why the draft may not be appended behind a tail, if so. */
function refusalOf({ check }: Draft, tail: readonly Entry[]): unknown {
  try {
    requireNobodyGone(tail);
    check?.(tail);
    return undefined;
  } catch (refusal) {
    return refusal;
  }
}

/**
 * A departure is the last entry of its log. All that has come since `after` is in the tail, and so is that one; if it was
 * not read, its number is taken, and it is met in the next round.
 */
function requireNobodyGone(tail: readonly Entry[]): void {
  if (tail.at(-1)?.kind === 'departure') throw new Refusal('person-gone');
}

/**
 * What an earlier try has stored of it. It was checked then, and is not again: so it must be the very same.
 * @throws Refusal `invalid-request` if its clientId was used for something else
 */
function storedBefore(tail: readonly Entry[], from: string, saying: Saying): Entry | undefined {
  const entry = tail.find(({ clientId, ...stored }) => clientId === saying.clientId && stored.from === from);
  if (entry && (entry.kind !== saying.kind || targetOf(entry) !== targetOf(saying))) {
    throw new Refusal('invalid-request', {
      message: 'This clientId was used for something else; each has one of its own.',
      field: 'clientId',
    });
  }
  return entry;
}

function targetOf(entry: Entry | Saying): number | undefined {
  return 'target' in entry ? entry.target : undefined;
}

function entryAfter(last: Entry | undefined, from: string, saying: Saying, now: number): Entry {
  return {
    ...saying,
    seq: (last?.seq ?? 0) + 1,
    from,
    // Machines' clocks differ; within a conversation time still never runs backwards.
    at: Math.max(now, last?.at ?? 0),
    messages: (last?.messages ?? 0) + (saying.kind === 'message' ? 1 : 0),
  };
}

async function readTailStrongly(ports: AppendPorts, conversation: string, after: number): Promise<Entry[]> {
  const tail = await readFrom(ports, conversation, after, { strong: true });
  if (!holds(tail, after)) throw new Refusal('unknown-after', { field: 'after' });
  return tail;
}

async function readFrom(
  { entries }: AppendPorts,
  conversation: string,
  after: number,
  options: { strong: boolean },
): Promise<Entry[]> {
  const limit = MAX_ENTRIES_BEHIND + 2; // the entry `after` itself, and one too many
  const tail = await entries.from(conversation, after, limit, options);
  if ((tail.at(-1)?.seq ?? 0) - after > MAX_ENTRIES_BEHIND) throw new Refusal('behind', { field: 'after' });
  return tail;
}

/** Whether the entry that the client named exists: appending behind one that does not would punch a hole. */
function holds(tail: readonly Entry[], after: number): boolean {
  return after === 0 || tail[0]?.seq === after;
}
