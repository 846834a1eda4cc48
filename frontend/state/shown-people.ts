import type { Person } from '../../lib/protocol/names.ts';
import type { State } from './model.ts';
import { myName } from './reducer.ts';
import { personNamed } from './shown-lists.ts';

export interface ShownPeople {
  readonly people: readonly Person[];
  readonly more: boolean;
  readonly status: 'idle' | 'loading' | 'failed';
}

/** Everybody but me; or, while something is searched for, whoever matches. */
export function shownPeople(state: Pick<State, 'people' | 'directory' | 'search' | 'session'>): ShownPeople {
  const listing = state.search ? state.search.found : state.directory;
  const names = state.search ? found(state.people, state.search.query, listing.names) : listing.names;
  return {
    people: names.filter((name) => name !== myName(state)).map((name) => personNamed(state.people, name)),
    more: listing.next !== undefined,
    status: listing.status,
  };
}

/** Whom the server found by the name's beginning, then those already known whose display name matches. */
function found(people: State['people'], query: string, byServer: readonly string[]): string[] {
  const wanted = query.toLowerCase();
  const known = [...people.values()]
    .filter(({ name, displayName }) => name.startsWith(wanted) || displayName.toLowerCase().includes(wanted))
    .map(({ name }) => name);
  return [...new Set([...byServer, ...known])];
}
