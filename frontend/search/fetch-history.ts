import { isSessionOver, Refused } from '../net/errors.ts';
import type { Changes } from '../store/local-copy.ts';
import type { Chat } from '../sync/chat.ts';
import { earlierEntries } from '../sync/earlier-entries.ts';
import type { SearchIndex } from './search-index.ts';

/** As many entries as are read from the copy at once, where it has what the index lacks. */
const READ_AT_ONCE = 1_000;

export type Sources = NonNullable<ReturnType<Chat['signedIn']>>;

export interface FetchOptions extends Sources {
  readonly index: SearchIndex;
  /** Is told when all conversations are known, and so how much there is. */
  readonly onListed: () => void;
  /** Stops it; what has come until then stays. */
  readonly stop: AbortSignal;
}

/**
 * Fetches what was ever written and is not in the index, into the device's copy and into the index: the latest
 * conversation first, each from its end. What is there already is not fetched again, however it came there.
 * @throws Refused, NoAnswer
 */
export async function fetchHistory(options: FetchOptions): Promise<void> {
  const names = await listConversations(options);
  options.onListed();
  for (const name of names) {
    try {
      await fetchConversation(name, options);
    } catch (error) {
      // One that can't be read must not keep the others from being found.
      if (!(error instanceof Refused) || isSessionOver(error) || isPassing(error)) throw error;
    }
  }
}

async function listConversations({ session, copy, index, stop }: FetchOptions): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.api.conversations(cursor === undefined ? {} : { cursor });
    stop.throwIfAborted();
    for (const { with: person, entries } of page.conversations) {
      names.push(person.name);
      await keep({ copy, index }, person.name, entries);
      if (!session.state().people.has(person.name)) session.dispatch({ type: 'person-met', person });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return names;
}

async function fetchConversation(name: string, { session, copy, index, stop }: FetchOptions): Promise<void> {
  for (let missing = await index.missing(name); missing > 0; ) {
    const kept = await copy.before(name, missing + 1, READ_AT_ONCE);
    if (kept.length > 0) await index.take({ forgotten: [], entries: [{ with: name, entries: kept }] });
    else await keep({ copy, index }, name, await earlierEntries(session.api, name, missing + 1, 0));
    stop.throwIfAborted();
    const next = await index.missing(name);
    // The server lacks it as well.
    if (next === missing) return;
    missing = next;
  }
}

async function keep(
  { copy, index }: Pick<FetchOptions, 'copy' | 'index'>,
  name: string,
  entries: Changes['entries'][number]['entries'],
): Promise<void> {
  const changes = { forgotten: [], entries: [{ with: name, entries }] };
  await Promise.all([copy.write({ people: [], ...changes }), index.take(changes)]);
}

function isPassing({ code }: Refused): boolean {
  return code === 'busy' || code === 'internal';
}
