import type { Person } from '../../lib/protocol/names.ts';
import type { State } from './model.ts';
import { messagesIn, unsentTo } from './outbox.ts';
import { myName } from './reducer.ts';
import { lastShown } from './shown-messages.ts';

/** A conversation as the list shows it. */
export interface ShownConversation {
  readonly person: Person;
  readonly at: number;
  readonly preview: string;
  readonly mine: boolean;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly unseen: boolean;
}

export interface ShownPeople {
  readonly people: readonly Person[];
  readonly more: boolean;
  readonly status: 'idle' | 'loading' | 'failed';
}

/** Who somebody is, by what is known so far; for a stranger the name stands for the display name. */
export function personNamed(people: State['people'], name: string): Person {
  return people.get(name) ?? { name, displayName: name };
}

/** The conversations in which something was written, the latest first. */
export function shownConversations(
  state: Pick<State, 'conversations' | 'outbox' | 'people' | 'session'>,
): ShownConversation[] {
  const names = new Set([...state.conversations.keys(), ...state.outbox.map(({ to }) => to)]);
  return [...names]
    .flatMap((name) => shownConversation(state, name))
    .sort((one, other) => other.at - one.at || (one.person.name < other.person.name ? -1 : 1));
}

function shownConversation(
  state: Parameters<typeof shownConversations>[0],
  name: string,
): ShownConversation[] {
  const held = state.conversations.get(name);
  const person = personNamed(state.people, name);
  const unseen = held?.unseen ?? false;
  const item = messagesIn(unsentTo(state.outbox, name)).at(-1);
  if (item) {
    const shown = { preview: item.text, mine: true, at: item.typedAt, unseen };
    return [{ person, ...shown, state: item.state === 'failed' ? 'failed' : 'pending' }];
  }
  const last = held && lastShown(held);
  if (!last) return [];
  const mine = last.from === myName(state);
  return [{ person, preview: last.text, mine, at: last.at, state: 'stored', unseen }];
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
