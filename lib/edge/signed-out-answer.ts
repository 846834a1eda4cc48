import { answer, type HttpAnswer } from './http.ts';
import { endedSessionCookie } from './session-cookie.ts';
import type { CookieSettings } from './signed-cookie.ts';

/**
 * The answer to whoever is signed out by it: the cookie ends, and the browser forgets the pictures that it was told to
 * keep. What the page itself has kept, it takes away by itself.
 */
export function signedOutAnswer(settings: Pick<CookieSettings, 'cookieSecure'>): HttpAnswer {
  const { headers, ...rest } = answer(204, undefined, [endedSessionCookie(settings)]);
  return { ...rest, headers: { ...headers, 'clear-site-data': '"cache"' } };
}
