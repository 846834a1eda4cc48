import type { ErrorBody } from '../../lib/protocol/errors.ts';
import type { Person } from '../../lib/protocol/names.ts';

import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import type {
  Bootstrap,
  EndSessionBody,
  EntriesPage,
  ErrorAnswer,
  Me,
  SessionsAnswer,
  SocketTicket,
} from '../../lib/protocol/rest.ts';
import type { RecoverBody, RecoveryCodesAnswer } from '../../lib/protocol/second-factor-rest.ts';
import { tellSecret } from './secrets.ts';
import { type ChatSocket, openSocket } from './socket.ts';

/** A signed-in person, by the public API alone. */
export interface Account {
  readonly me: Person;
  bootstrap(): Promise<Bootstrap>;
  /** A page of the entries of the conversation with somebody. */
  entries(name: string, range?: { after: number } | { before: number }): Promise<EntriesPage>;
  /** What opens one socket, for whoever opens it in their own way. */
  ticket(): Promise<SocketTicket>;
  openSocket(): Promise<ChatSocket>;
  subscribePush(subscription: SubscribePushBody): Promise<void>;
  sessions(): Promise<SessionsAnswer>;
  /** Ends one of the person's sessions, or all others. */
  endSession(which: EndSessionBody): Promise<void>;
  makeRecoveryCodes(password: string): Promise<RecoveryCodesAnswer>;
  logOut(): Promise<void>;
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly displayName?: string;
}

/** An answer that is not what was asked for. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly code: ErrorBody['code'] | undefined;

  constructor(status: number, error: ErrorBody | undefined) {
    super(`${status} ${error?.code ?? ''}: ${error?.message ?? 'no reason was given'}`);
    this.name = 'RequestRefused';
    this.status = status;
    this.code = error?.code;
  }
}

/** @throws RequestRefused, such as with the code `name-taken` */
export function register(address: string, credentials: Credentials): Promise<Account> {
  return begin(address, '/api/register', credentials);
}

/** @throws RequestRefused, such as with the code `wrong-credentials` */
export function logIn(address: string, { name, password }: Credentials): Promise<Account> {
  return begin(address, '/api/log-in', { name, password });
}

/** @throws RequestRefused, such as with the code `wrong-recovery-code` */
export function recover(address: string, body: RecoverBody): Promise<Account> {
  return begin(address, '/api/recover', body);
}

async function begin(address: string, path: string, body: object): Promise<Account> {
  const response = await request(address, path, { body });
  const { me } = (await response.json()) as Me;
  for (const value of response.headers.getSetCookie()) tellSecret('cookie', value);
  const cookie = response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');

  const get = async <Answer>(getPath: string) =>
    (await (await request(address, getPath, { cookie })).json()) as Answer;
  const post = (postPath: string, sent: object = {}) => request(address, postPath, { cookie, body: sent });

  const ticket = async () => (await (await post('/api/ticket')).json()) as SocketTicket;

  return {
    me,
    bootstrap: () => get<Bootstrap>('/api/bootstrap'),
    entries: (name, range) =>
      get<EntriesPage>(`/api/entries?${new URLSearchParams({ with: name, ...rangeQuery(range) })}`),
    ticket,
    openSocket: async () => openSocket(address, await ticket()),
    subscribePush: async (subscription) => void (await post('/api/subscribe-push', subscription)),
    sessions: () => get<SessionsAnswer>('/api/sessions'),
    endSession: async (which) => void (await post('/api/end-session', which)),
    makeRecoveryCodes: async (password) =>
      (await (await post('/api/make-recovery-codes', { password })).json()) as RecoveryCodesAnswer,
    logOut: async () => void (await post('/api/log-out')),
  };
}

async function request(
  address: string,
  path: string,
  { cookie, body }: { cookie?: string; body?: object },
): Promise<Response> {
  if (body !== undefined) tellSecret('body', JSON.stringify(body));
  const response = await fetch(new URL(path, address), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => undefined)) as ErrorAnswer | undefined;
  throw new RequestRefused(response.status, answer?.error);
}

function rangeQuery(range: { after: number } | { before: number } | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(range ?? {}).map(([key, seq]) => [key, `${seq}`]));
}
