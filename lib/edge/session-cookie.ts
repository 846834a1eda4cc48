import type { Session } from '../chat/account-ports.ts';
import { absoluteEndOf } from '../chat/accounts/sessions.ts';
import { Refusal } from '../chat/refusal.ts';
import { type CookieSettings, setCookie, signedClaims, signedValue } from './signed-cookie.ts';

/**
 * The cookie that stands for a session: a signed token with the person and the session's id. The signature saves
 * nobody's look-up; it keeps made-up ids away from the table.
 */

const COOKIE = 'chat-session';

/**
 * A Set-Cookie value for the session. It lasts as long as that can, and outlives the browser, unless others use that
 * computer.
 */
export function sessionCookie(
  session: Pick<Session, 'person' | 'id' | 'createdAt' | 'sharedComputer'>,
  now: number,
  settings: CookieSettings,
): string {
  const expiresAt = absoluteEndOf(session);
  const value = signedValue(COOKIE, { person: session.person, id: session.id, expiresAt }, settings);
  return setCookie(COOKIE, value, session.sharedComputer ? undefined : expiresAt - now, settings);
}

/** A Set-Cookie value that ends the session's cookie. */
export function endedSessionCookie(settings: Pick<CookieSettings, 'cookieSecure'>): string {
  return setCookie(COOKIE, '', 0, settings);
}

/**
 * Which session the request's cookie claims.
 * @throws Refusal `not-signed-in` without a cookie, or with one that was not signed here or is too old
 */
export function claimedSession(
  cookies: readonly string[],
  settings: CookieSettings,
): Pick<Session, 'person' | 'id'> {
  const claimed = signedClaims(COOKIE, cookies, settings);
  if (!claimed) throw new Refusal('not-signed-in');
  return claimed;
}
