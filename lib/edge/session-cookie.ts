import jwt from 'jsonwebtoken';
import type { Session } from '../chat/account-ports.ts';
import { absoluteEndOf } from '../chat/accounts/sessions.ts';
import { Refusal } from '../chat/refusal.ts';

/**
 * The cookie that stands for a session: a signed token with the person and the session's id. The signature saves
 * nobody's look-up; it keeps made-up ids away from the table.
 */

export interface CookieSettings {
  /** The first signs, and each of them verifies: a new one in front signs nobody out. */
  readonly sessionSecrets: readonly string[];
  readonly cookieSecure: boolean;
}

/** The session's cookie where there is no HTTPS. */
export const LOCAL_COOKIE = 'chat-session';

const ALGORITHM = 'HS256';
const AUDIENCE = 'chat-session';

/**
 * A Set-Cookie value that is out of reach of scripts and never sent from other sites. It lasts as long as the session can,
 * and outlives the browser, unless others use that computer.
 */
export function sessionCookie(
  session: Pick<Session, 'person' | 'id' | 'createdAt' | 'sharedComputer'>,
  now: number,
  settings: CookieSettings,
): string {
  const [newest = ''] = settings.sessionSecrets;
  const endsAt = absoluteEndOf(session);
  const token = jwt.sign({ sid: session.id, exp: Math.floor(endsAt / 1_000) }, newest, {
    algorithm: ALGORITHM,
    audience: AUDIENCE,
    subject: session.person,
  });
  return setCookie(token, session.sharedComputer ? undefined : Math.floor((endsAt - now) / 1_000), settings);
}

/** A Set-Cookie value that ends the session's cookie. */
export function endedSessionCookie(settings: Pick<CookieSettings, 'cookieSecure'>): string {
  return setCookie('', 0, settings);
}

/**
 * Which session the request's cookie claims.
 * @throws Refusal `not-signed-in` without a cookie, or with one that was not signed here or is too old
 */
export function claimedSession(
  cookies: readonly string[],
  settings: CookieSettings,
): Pick<Session, 'person' | 'id'> {
  const prefix = `${cookieName(settings)}=`;
  const token = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  if (!token) throw new Refusal('not-signed-in');
  const claims = settings.sessionSecrets
    .map((secret) => verifiedClaims(token, secret))
    .find((verified) => verified !== undefined);
  if (typeof claims?.sub !== 'string' || typeof claims.sid !== 'string') throw new Refusal('not-signed-in');
  return { person: claims.sub, id: claims.sid };
}

function verifiedClaims(token: string, secret: string): jwt.JwtPayload | undefined {
  try {
    // The algorithm is named here, or a token could name its own: `none`.
    const claims = jwt.verify(token, secret, { algorithms: [ALGORITHM], audience: AUDIENCE });
    return typeof claims === 'string' ? undefined : claims;
  } catch {
    // Of whatever kind: what anybody can put into a cookie is no fault of ours, nor anything for the log.
    return undefined;
  }
}

/** @param maxAgeSeconds undefined for as long as the browser runs */
function setCookie(
  value: string,
  maxAgeSeconds: number | undefined,
  settings: Pick<CookieSettings, 'cookieSecure'>,
): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict'];
  if (maxAgeSeconds !== undefined) attributes.unshift(`Max-Age=${maxAgeSeconds}`);
  if (settings.cookieSecure) attributes.push('Secure');
  return [`${cookieName(settings)}=${value}`, ...attributes].join('; ');
}

/**
 * The prefix makes browsers refuse the cookie from subdomains and over plain HTTP. The rest is ours alone: all that
 * runs on `localhost` shares one cookie jar, whatever its port.
 */
function cookieName({ cookieSecure }: Pick<CookieSettings, 'cookieSecure'>): string {
  return cookieSecure ? '__Host-chat-session' : LOCAL_COOKIE;
}
