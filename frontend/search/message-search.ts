import { isWorthRepeating } from '../net/errors.ts';
import { type Copied, changesBetween } from '../sync/keep-copy.ts';
import { fetchHistory, type Sources } from './fetch-history.ts';
import type { Coverage, Found } from './message-index.ts';
import type { SearchIndex } from './search-index.ts';

/** As many as a list shows at first, and as many more as are asked for. */
export const HITS_PER_PAGE = 50;

/** What the search over messages knows. */
export interface SearchState {
  /** What `found` was found for. */
  readonly query: string;
  readonly found: Found | undefined;
  readonly coverage: Coverage;
  /** Whether all conversations were listed, so that `coverage.all` is all there is. */
  readonly isListed: boolean;
  readonly fetching: 'idle' | 'fetching' | 'failed';
}

/** The search over all messages of whoever is signed in. */
export interface MessageSearch {
  state(): SearchState;
  subscribe(listener: () => void): () => void;
  /** Finds as one types; where questions come faster than answers, only the last is answered. */
  find(query: string, limit: number): void;
  /** Fetches what is not on the device. */
  fetchRest(): void;
  stopFetching(): void;
}

/** @param makeIndex makes the index, which is filled at once */
export function createMessageSearch(
  { session, copy }: Sources,
  makeIndex: (onCoverage: (coverage: Coverage) => void) => SearchIndex,
): MessageSearch {
  let state: SearchState = {
    query: '',
    found: undefined,
    coverage: { covered: 0, all: 0 },
    isListed: false,
    fetching: 'idle',
  };
  let wanted = { query: '', limit: HITS_PER_PAGE };
  let isAsking = false;
  let mustAskAgain = false;
  let stopping = new AbortController();
  const listeners = new Set<() => void>();

  const change = (changed: Partial<SearchState>) => {
    state = { ...state, ...changed };
    for (const listener of [...listeners]) listener();
  };

  const index = makeIndex((coverage) => {
    change({ coverage });
    askAgain();
  });

  const askAgain = () => {
    mustAskAgain = true;
    if (!isAsking) session.inBackground(ask());
  };

  const ask = async () => {
    isAsking = true;
    try {
      while (mustAskAgain) {
        mustAskAgain = false;
        const { query, limit } = wanted;
        if (query !== '') change({ query, found: await index.find(query, limit) });
      }
    } finally {
      isAsking = false;
    }
  };

  const filled = index.fill();
  session.inBackground(filled);
  followPage(session, index);

  const fetchRest = async () => {
    stopping = new AbortController();
    const stop = AbortSignal.any([stopping.signal, session.signal]);
    change({ fetching: 'fetching' });
    try {
      // Before that, what is on the device would be fetched again.
      await filled;
      await fetchHistory({ session, copy, index, stop, onListed: () => change({ isListed: true }) });
      change({ fetching: 'idle' });
    } catch (error) {
      change({ fetching: stop.aborted ? 'idle' : 'failed' });
      if (!stop.aborted && !isWorthRepeating(error)) throw error;
    }
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    find(query, limit) {
      wanted = { query, limit };
      askAgain();
    },
    fetchRest() {
      if (state.fetching !== 'fetching') session.inBackground(fetchRest());
    },
    stopFetching: () => stopping.abort(),
  };
}

/** Takes into the index what the page learns, from what it knows by now on. */
function followPage(session: Sources['session'], index: SearchIndex): void {
  const { people } = session.state();
  let taken: Copied = { conversations: new Map(), people };
  const follow = () => {
    const { conversations } = session.state();
    if (conversations === taken.conversations) return;
    const now = { conversations, people };
    const { forgotten, entries } = changesBetween(taken, now);
    taken = now;
    if (forgotten.length + entries.length > 0) session.inBackground(index.take({ forgotten, entries }));
  };
  session.onChange(follow);
  follow();
}
