import type { SubscribePushBody, UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import type { ReportInput } from '../../lib/protocol/report.ts';
import type {
  Bootstrap,
  ConversationsPage,
  EntriesPage,
  ErrorAnswer,
  LogInBody,
  Me,
  PeoplePage,
  RegisterBody,
  SocketTicket,
  StarredPage,
} from '../../lib/protocol/rest.ts';
import { NoAnswer, Refused } from './errors.ts';

const ANSWER_TIMEOUT_MS = 15_000;

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
  starred(query: { cursor?: string }): Promise<StarredPage>;
  report(body: ReportInput): Promise<void>;
}

/** The requests about what is pushed to a device whose pages are closed. They throw `Refused` or `NoAnswer`. */
export interface PushApi {
  subscribePush(body: SubscribePushBody): Promise<void>;
  unsubscribePush(body: UnsubscribePushBody): Promise<void>;
}

/** The server at an address; without one, that of the page. */
export function createApi(address = ''): Api & PushApi {
  const get = <Answer>(path: string, query: Record<string, string | number> = {}) => {
    const pairs = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
    const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
    return request<Answer>(`${address}/api/${path}${search}`, { method: 'GET' });
  };
  const post = <Answer>(path: string, body: object = {}) =>
    request<Answer>(`${address}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    register: (body) => post('register', body),
    logIn: (body) => post('log-in', body),
    logOut: () => post('log-out'),
    ticket: () => post('ticket'),
    bootstrap: () => get('bootstrap'),
    people: (query) => get('people', query),
    conversations: (query) => get('conversations', query),
    subscribePush: (body) => post('subscribe-push', body),
    unsubscribePush: (body) => post('unsubscribe-push', body),
    entries: (name, range) => get('entries', { with: name, ...range }),
    starred: (query) => get('starred', query),
    report: (body) => post('report', body),
  };
}

async function request<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  // The server never leads elsewhere: it is a hotel's or a train's network that does, to have somebody agree to something.
  const response = await fetch(url, { ...init, signal, redirect: 'error' }).catch((cause) => {
    throw new NoAnswer({ cause });
  });
  if (response.status === 204) return undefined as Answer;
  const answer = await response.json().catch((cause) => {
    throw new NoAnswer({ cause });
  });
  if (response.ok) return answer as Answer;
  const error = (answer as Partial<ErrorAnswer> | null)?.error;
  throw error ? new Refused(error) : new NoAnswer();
}
