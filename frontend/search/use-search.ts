import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Chat } from '../sync/chat.ts';
import type { SignedIn } from '../sync/signed-in.ts';
import { indexInWorker } from './index-in-worker.ts';
import {
  createMessageSearch,
  HITS_PER_PAGE,
  type MessageSearch,
  type SearchState,
} from './message-search.ts';

/** One for each session: what it has in memory is of use as long as that lasts. */
const searches = new WeakMap<SignedIn, MessageSearch>();

/** The search of whoever is signed in; it begins to fill its index when it is first asked for. */
export function searchOf(chat: Chat): MessageSearch | undefined {
  const sources = chat.signedIn();
  if (!sources) return undefined;
  const { session } = sources;
  const search =
    searches.get(session) ??
    createMessageSearch(sources, (onCoverage) => {
      const { session: who, sharedComputer } = session.state();
      const person = who.status === 'signed-in' && !sharedComputer ? who.me.name : undefined;
      return indexInWorker(person, session.signal, onCoverage);
    });
  searches.set(session, search);
  return search;
}

export interface Searched extends SearchState {
  readonly more: () => void;
}

/** What is found for a query, as it comes; each query begins with the first page. */
export function useFound(search: MessageSearch, query: string): Searched {
  const state = useSyncExternalStore(search.subscribe, search.state);
  const [page, setPage] = useState({ query, limit: HITS_PER_PAGE });
  const limit = page.query === query ? page.limit : HITS_PER_PAGE;
  useEffect(() => search.find(query, limit), [search, query, limit]);
  return { ...state, more: () => setPage({ query, limit: limit + HITS_PER_PAGE }) };
}
