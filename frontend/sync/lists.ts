import type { PeoplePage } from '../../lib/protocol/rest.ts';
import { isSessionOver } from '../net/errors.ts';
import { namePrefix } from './name-prefix.ts';
import type { SignedIn } from './signed-in.ts';

/** Gets the lists of the side bar, page by page, as somebody asks for them. */
export interface Lists {
  olderConversations(): Promise<void>;
  /** The first or the next page of everybody, or of those searched for. */
  morePeople(): Promise<void>;
}

export function createLists({ api, state, dispatch }: SignedIn): Lists {
  const orFailed = async (work: () => Promise<void>, failed: () => void) => {
    try {
      await work();
    } catch (error) {
      if (isSessionOver(error)) throw error;
      failed();
    }
  };

  /** The directory does not have what people say about themselves; what is known of it stays. */
  const withAbout = ({ people, ...page }: PeoplePage): PeoplePage => ({
    ...page,
    people: people.map((person) => {
      const about = state().people.get(person.name)?.about;
      return about === undefined ? person : { ...person, about };
    }),
  });

  const search = (query: string, next: string | undefined) => {
    const prefix = namePrefix(query);
    if (prefix === undefined) {
      dispatch({ type: 'search-answered', query, page: { people: [] } });
      return Promise.resolve();
    }
    dispatch({ type: 'search-asked', query });
    return orFailed(
      async () => {
        const page = await api.people({ prefix, ...(next !== undefined && { cursor: next }) });
        dispatch({ type: 'search-answered', query, page: withAbout(page) });
      },
      () => dispatch({ type: 'search-failed', query }),
    );
  };

  return {
    olderConversations() {
      const { next, status } = state().olderConversations;
      if (status === 'loading' || next === undefined) return Promise.resolve();
      dispatch({ type: 'older-conversations-asked' });
      return orFailed(
        async () => {
          const page = await api.conversations({ cursor: next });
          dispatch({ type: 'older-conversations-fetched', page });
        },
        () => dispatch({ type: 'older-conversations-failed' }),
      );
    },

    morePeople() {
      const { search: searched, directory } = state();
      if (searched) return search(searched.query, searched.found.next);
      if (directory.status === 'loading' || directory.next === undefined) return Promise.resolve();
      const { next } = directory;
      dispatch({ type: 'people-asked' });
      return orFailed(
        async () => dispatch({ type: 'people-fetched', page: withAbout(await api.people({ cursor: next })) }),
        () => dispatch({ type: 'people-failed' }),
      );
    },
  };
}
