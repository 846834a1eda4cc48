import type { KnownDevice } from '../chat/throttle-ports.ts';
import { type CookieSettings, setCookie, signedClaims, signedValue } from './signed-cookie.ts';

/**
 * The cookie of a browser in which somebody has logged in: OWASP's device cookie. It opens nothing. Tries to log in with
 * it are counted apart from those of strangers, so that those can't keep its person out.
 */

const COOKIE = 'chat-device';

/** Anew with each log-in; a browser that has not seen one for this long is a stranger again. */
const KNOWN_FOR_MS = 365 * 24 * 60 * 60_000;

/** A Set-Cookie value for a browser in which that person has just logged in. */
export function deviceCookie({ person, id }: KnownDevice, now: number, settings: CookieSettings): string {
  const claims = { person, id, expiresAt: now + KNOWN_FOR_MS };
  return setCookie(COOKIE, signedValue(COOKIE, claims, settings), KNOWN_FOR_MS, settings);
}

/** Who has logged in in this browser before, if anybody. */
export function knownDevice(cookies: readonly string[], settings: CookieSettings): KnownDevice | undefined {
  return signedClaims(COOKIE, cookies, settings);
}
