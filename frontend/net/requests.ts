import type { ErrorAnswer } from '../../lib/protocol/rest.ts';
import { NoAnswer, Refused } from './errors.ts';

const ANSWER_TIMEOUT_MS = 15_000;

/** How the server's API is asked. Both throw `Refused` or `NoAnswer`. */
export interface Requests {
  get<Answer>(path: string, query?: Record<string, string | number>): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
}

/** Those to the server at an address; without one, that of the page. */
export function requestsTo(address = ''): Requests {
  return {
    get(path, query = {}) {
      const pairs = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
      const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
      return request(`${address}/api/${path}${search}`, { method: 'GET' });
    },
    post: (path, body = {}) =>
      request(`${address}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
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
