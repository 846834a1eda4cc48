import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import { foldOf, messageAt } from '../state/fold.ts';
import type { Conversation, State } from '../state/model.ts';
import { type KeptSides, NO_SIDE } from '../state/sides.ts';
import { takesOut, withoutDeleted } from '../store/kept-entries.ts';
import type { Changes, LocalCopy } from '../store/local-copy.ts';
import type { SignedIn } from './signed-in.ts';

/** What comes within this time is written together, and never while somebody waits for a key or a frame. */
const WRITTEN_AFTER_MS = 300;

/** What of all that is known goes into a copy. */
export type Copied = Pick<State, 'conversations' | 'people'>;

/**
 * Makes the device's copy follow what is known, a moment later.
 * @param found what is known because it was read from there
 */
export function keepCopy(session: SignedIn, copy: LocalCopy, found: Copied): void {
  let written = found;
  let me: Person | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  const write = () => {
    timer = undefined;
    const state = session.state();
    if (session.signal.aborted || state.session.status !== 'signed-in') return;
    const changes = {
      ...changesBetween(written, state),
      ...(me !== state.session.me && { me: state.session.me }),
    };
    [written, me] = [state, state.session.me];
    // What was wiped must not come back.
    writing = writing.then(() => (session.signal.aborted ? undefined : keep(copy, changes)));
  };

  const follow = () => {
    const { conversations, people } = session.state();
    if (conversations === written.conversations && people === written.people) return;
    timer ??= setTimeout(write, WRITTEN_AFTER_MS);
  };

  session.onChange(follow);
  session.signal.addEventListener('abort', () => clearTimeout(timer));
  write();
}

/** Texts go before it is written that they are to go: a page that ends in between does all of it once more. */
async function keep(copy: LocalCopy, changes: Changes): Promise<void> {
  for (const { with: name, entries } of changes.entries) {
    for (const entry of entries.filter(takesOut)) await copy.scrub(name, entry);
  }
  await copy.write(changes);
}

/** What has to be written so that what was written before is what is known now. */
export function changesBetween(before: Copied, now: Copied): Changes {
  // Most often nobody was met; to look through all who are known would cost the more the more there are.
  const people =
    now.people === before.people
      ? []
      : [...now.people.values()].filter((person) => before.people.get(person.name) !== person);
  const forgotten: string[] = [];
  const entries: Changes['entries'][number][] = [];
  const sides: { with: string; sides: KeptSides }[] = [];
  for (const [name, conversation] of now.conversations) {
    const earlier = before.conversations.get(name);
    const kept = conversation === earlier ? undefined : changedSides(earlier, conversation);
    if (kept) sides.push({ with: name, sides: kept });
    if (earlier?.entries === conversation.entries) continue;
    const isAnother = earlier !== undefined && !continues(earlier, conversation);
    if (isAnother) forgotten.push(name);
    const added = isAnother || !earlier ? conversation.entries : addedTo(earlier, conversation);
    if (added.length > 0) entries.push({ with: name, entries: withoutDeletedTexts(added, conversation) });
  }
  return { people, forgotten, entries, sides };
}

function changedSides(before: Conversation | undefined, now: Conversation): KeptSides | undefined {
  const isSame =
    before?.said === now.said && before.side.read === now.side.read && before.theirs === now.theirs;
  // As long as the server has said nothing there is nothing to keep.
  if (isSame || now.said === NO_SIDE) return undefined;
  const { said, side, theirs } = now;
  return { said, read: { read: side.read, readMessages: side.readMessages }, theirs };
}

/** Whether a log goes on, or back further, from what was held of it; otherwise it was loaded anew. */
function continues(before: Conversation, { entries }: Conversation): boolean {
  const last = before.entries.at(-1);
  if (!last) return true;
  const [first] = entries;
  return first !== undefined && entries[last.seq - first.seq]?.clientId === last.clientId;
}

/** Without the texts of what is known to be deleted for both; the log says so later than it has them. */
function withoutDeletedTexts(added: readonly Entry[], { entries }: Conversation): readonly Entry[] {
  const fold = foldOf(entries);
  return added.map((entry) => {
    const seq = entry.kind === 'edit' ? entry.target : entry.seq;
    return messageAt(fold, seq)?.gone === 'deleted' ? withoutDeleted(entry, seq) : entry;
  });
}

function addedTo(before: Conversation, { entries }: Conversation) {
  const first = before.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const last = before.entries.at(-1)?.seq ?? 0;
  return entries.filter(({ seq }) => seq < first || seq > last);
}
