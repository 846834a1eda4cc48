import type {
  Bootstrap,
  ConversationsPage,
  EntriesPage,
  LogInBody,
  Me,
  PeoplePage,
  RegisterBody,
  SocketTicket,
} from '../../lib/protocol/rest.ts';
import { requestsTo } from './requests.ts';

/** The server's requests, one function each. They throw `Refused` or `NoAnswer`. */
export interface Api {
  register(body: RegisterBody): Promise<Me>;
  logIn(body: LogInBody): Promise<Me>;
  logOut(): Promise<void>;
  ticket(): Promise<SocketTicket>;
  bootstrap(): Promise<Bootstrap>;
  people(query: { prefix?: string; cursor?: string }): Promise<PeoplePage>;
  conversations(query: { cursor?: string }): Promise<ConversationsPage>;
  entries(name: string, range?: { after: number } | { before: number }): Promise<EntriesPage>;
}

/** The server at an address; without one, that of the page. */
export function createApi(address = ''): Api {
  const { get, post } = requestsTo(address);
  return {
    register: (body) => post('register', body),
    logIn: (body) => post('log-in', body),
    logOut: () => post('log-out'),
    ticket: () => post('ticket'),
    bootstrap: () => get('bootstrap'),
    people: (query) => get('people', query),
    conversations: (query) => get('conversations', query),
    entries: (name, range) => get('entries', { with: name, ...range }),
  };
}
