import type { Person } from '../../lib/protocol/names.ts';
import type { PeoplePage } from '../../lib/protocol/rest.ts';
import type { Action, PeopleAction } from './actions.ts';
import type { Listing, Search } from './model.ts';

const NOTHING_YET: Listing = { names: [], status: 'loading' };

/** Folds everybody whose profile is seen into the people who are known, by name. */
export function reducePeople(
  people: ReadonlyMap<string, Person>,
  action: Action,
): ReadonlyMap<string, Person> {
  const met = peopleIn(action);
  if (met.length === 0) return people;
  return new Map([...people, ...met.map((person) => [person.name, person] as const)]);
}

/** Folds the pages of the directory into the list of everybody. */
export function reduceDirectory(directory: Listing, action: PeopleAction): Listing {
  switch (action.type) {
    case 'people-asked':
      return { ...directory, status: 'loading' };
    case 'people-fetched':
      return withPage(directory, action.page);
    case 'people-failed':
      return { ...directory, status: 'failed' };
    default:
      return directory;
  }
}

/** Folds what is searched for and what is found; an answer to an earlier question is ignored. */
export function reduceSearch(search: Search | null, action: PeopleAction): Search | null {
  if (action.type === 'search-changed') return changedSearch(search, action.query);
  if (!search || !('query' in action) || action.query !== search.query) return search;
  switch (action.type) {
    case 'search-asked':
      return { ...search, found: { ...search.found, status: 'loading' } };
    case 'search-answered':
      return { ...search, found: withPage(search.found, action.page) };
    case 'search-failed':
      return { ...search, found: { ...search.found, status: 'failed' } };
  }
}

/** The first page of a listing, or the next one after those it has. */
export function withPage(listing: Listing, { people, next }: PeoplePage): Listing {
  const names = new Set([...listing.names, ...people.map(({ name }) => name)]);
  return { names: [...names], status: 'idle', ...(next !== undefined && { next }) };
}

function changedSearch(search: Search | null, query: string): Search | null {
  if (query === '') return null;
  return search?.query === query ? search : { query, found: NOTHING_YET };
}

function peopleIn(action: Action): readonly Person[] {
  switch (action.type) {
    case 'bootstrapped':
      return [
        ...action.bootstrap.people.people,
        action.bootstrap.me,
        ...action.bootstrap.conversations.conversations.map((conversation) => conversation.with),
        ...action.bootstrap.pinned.map((conversation) => conversation.with),
      ];
    case 'people-fetched':
    case 'search-answered':
      return action.page.people;
    case 'conversations-listed':
    case 'older-conversations-fetched':
      return action.page.conversations.map((conversation) => conversation.with);
    case 'person-met':
      return [action.person];
    default:
      return [];
  }
}
