import type { Entry } from '../../lib/protocol/entries.ts';
import type { Person } from '../../lib/protocol/names.ts';
import type { Side } from '../../lib/protocol/side.ts';
import { isSessionOver, isWorthRepeating, Refused } from '../net/errors.ts';
import { personNamed } from '../state/shown-lists.ts';
import { NO_SIDE } from '../state/sides.ts';
import { takesOut } from '../store/kept-entries.ts';
import type { LocalCopy } from '../store/local-copy.ts';
import type { Chat } from '../sync/chat.ts';
import { earlierEntries } from '../sync/earlier-entries.ts';
import type { History } from './history.ts';

/** As many entries as are read from the device's copy at once. */
const READ_AT_ONCE = 1_000;

export type Sources = NonNullable<ReturnType<Chat['signedIn']>>;

export interface Wanted extends Sources {
  /** The name of the person whose conversation is wanted; undefined for all of them. */
  readonly only: string | undefined;
}

export interface WholeOptions extends Wanted {
  readonly stop: AbortSignal;
  /** Is told how far it has come. */
  readonly onProgress: (histories: readonly History[]) => void;
}

/**
 * All that was ever written, with somebody or with everybody: what the device lacks is fetched from the server, and kept
 * where the device keeps anything. A conversation of which the server refuses a part is there from that part on.
 * @throws Refused, NoAnswer, or the signal's reason
 */
export async function wholeHistory(options: WholeOptions): Promise<readonly History[]> {
  const { only, onProgress } = options;
  const histories = only === undefined ? await newestOfAll(options) : [await newestOfOne(options, only)];
  onProgress(histories);
  for (const [place, history] of histories.entries()) {
    await completed(history, options, (longer) => {
      histories[place] = longer;
      onProgress(histories);
    });
  }
  return histories;
}

/** What there is without the server. Conversations of which the page does not know what is hidden stay out. */
export async function historyOnDevice({ session, copy, only }: Wanted): Promise<readonly History[]> {
  const { conversations, people } = session.state();
  const histories: History[] = [];
  for (const [name, held] of conversations) {
    if (only !== undefined && name !== only) continue;
    const entries = await withKeptBefore(
      copy,
      name,
      held.entries.length > 0 ? held.entries : await copy.newest(name, READ_AT_ONCE),
    );
    if (entries.length > 0) histories.push({ with: personNamed(people, name), entries, side: held.side });
  }
  const lastAt = ({ entries }: History) => entries.at(-1)?.at ?? 0;
  return histories.sort((one, other) => lastAt(other) - lastAt(one));
}

async function withKeptBefore(
  copy: LocalCopy,
  name: string,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  let whole = entries;
  for (let first = whole[0]; first && first.seq > 1; first = whole[0]) {
    const earlier = await copy.before(name, first.seq, READ_AT_ONCE);
    if (earlier.length === 0) break;
    whole = [...earlier, ...whole];
  }
  return whole;
}

/** Adds what is before the first entry, from the copy where that has it, else from the server. */
async function completed(
  history: History,
  { session, copy, stop }: WholeOptions,
  onLonger: (longer: History) => void,
): Promise<void> {
  const { name } = history.with;
  let { entries } = history;
  try {
    for (let first = entries[0]; first && first.seq > 1; first = entries[0]) {
      let earlier: readonly Entry[] = await copy.before(name, first.seq, READ_AT_ONCE);
      if (earlier.length === 0) {
        earlier = await earlierEntries(session.api, name, first.seq, 0);
        await keep(copy, name, earlier);
      }
      stop.throwIfAborted();
      // The server lacks them as well.
      if (earlier.length === 0) return;
      entries = [...earlier, ...entries];
      onLonger({ ...history, entries });
    }
  } catch (error) {
    // One that can't be read must not keep the others from being exported.
    if (!(error instanceof Refused) || isSessionOver(error) || isWorthRepeating(error)) throw error;
  }
}

async function newestOfAll(options: WholeOptions): Promise<History[]> {
  const histories: History[] = [];
  for await (const history of listed(options)) histories.push(history);
  return histories;
}

async function newestOfOne(options: WholeOptions, name: string): Promise<History> {
  const { session, copy, stop } = options;
  const { conversations, people } = session.state();
  if ((conversations.get(name)?.said ?? NO_SIDE) === NO_SIDE) {
    for await (const history of listed(options)) if (history.with.name === name) return history;
  }
  const { entries } = await session.api.entries(name);
  stop.throwIfAborted();
  await keep(copy, name, entries);
  return historyOf(options, personNamed(people, name), entries, NO_SIDE);
}

/** The conversations with their newest entries, page by page, the latest first. */
async function* listed(options: WholeOptions): AsyncGenerator<History> {
  const { session, copy, stop } = options;
  let cursor: string | undefined;
  do {
    const page = await session.api.conversations(cursor === undefined ? {} : { cursor });
    stop.throwIfAborted();
    for (const { with: person, entries, side } of page.conversations) {
      await keep(copy, person.name, entries);
      yield historyOf(options, person, entries, side);
    }
    cursor = page.next;
  } while (cursor !== undefined);
}

/** With my side as it is here, where it is known: with what was done a moment ago. */
function historyOf(
  { session }: Wanted,
  person: Person,
  entries: readonly Entry[],
  listedSide: Side,
): History {
  const held = session.state().conversations.get(person.name);
  return { with: person, entries, side: held && held.said !== NO_SIDE ? held.side : listedSide };
}

/** As everything that is kept: a text goes from the copy before it is written that it is deleted. */
async function keep(copy: LocalCopy, name: string, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries.filter(takesOut)) await copy.scrub(name, entry);
  await copy.write({ people: [], forgotten: [], entries: [{ with: name, entries }] });
}
