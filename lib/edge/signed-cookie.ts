import jwt from 'jsonwebtoken';

/** Cookies that only we can make: signed tokens, each kind for an audience of its own, so that none passes for another. */

export interface CookieSettings {
  /** The first signs, and each of them verifies: a new one in front signs nobody out. */
  readonly sessionSecrets: readonly string[];
  readonly cookieSecure: boolean;
}

/** What cookies are called where there is no HTTPS, which is also whom their tokens are for. */
export const COOKIE_NAMES = [
  'chat-session',
  'chat-device',
  'chat-new-passkey',
  'chat-passkey-log-in',
] as const;
export type CookieName = (typeof COOKIE_NAMES)[number];

/** What is signed: whom it is about, an id, and when it ends, in ms since 1970. */
export interface SignedClaims {
  readonly person: string;
  readonly id: string;
  readonly expiresAt: number;
}

const ALGORITHM = 'HS256';

/** The value of a cookie that says so. */
export function signedValue(
  name: CookieName,
  { person, id, expiresAt }: SignedClaims,
  { sessionSecrets: [newest = ''] }: CookieSettings,
): string {
  return jwt.sign({ sid: id, exp: Math.floor(expiresAt / 1_000) }, newest, {
    algorithm: ALGORITHM,
    audience: name,
    subject: person,
  });
}

/** What the request's cookie says; undefined without one, or with one that was not signed here or is too old. */
export function signedClaims(
  name: CookieName,
  cookies: readonly string[],
  settings: CookieSettings,
): Omit<SignedClaims, 'expiresAt'> | undefined {
  const prefix = `${cookieName(name, settings)}=`;
  const token = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  if (!token) return undefined;
  const claims = settings.sessionSecrets
    .map((secret) => verifiedClaims(token, secret, name))
    .find((verified) => verified !== undefined);
  if (typeof claims?.sub !== 'string' || typeof claims.sid !== 'string') return undefined;
  return { person: claims.sub, id: claims.sid };
}

/**
 * A Set-Cookie value that is out of reach of scripts and never sent from other sites.
 * @param maxAgeMs undefined for as long as the browser runs, 0 to end the cookie
 */
export function setCookie(
  name: CookieName,
  value: string,
  maxAgeMs: number | undefined,
  settings: Pick<CookieSettings, 'cookieSecure'>,
): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict'];
  if (maxAgeMs !== undefined) attributes.unshift(`Max-Age=${Math.floor(maxAgeMs / 1_000)}`);
  if (settings.cookieSecure) attributes.push('Secure');
  return [`${cookieName(name, settings)}=${value}`, ...attributes].join('; ');
}

function verifiedClaims(token: string, secret: string, audience: CookieName): jwt.JwtPayload | undefined {
  try {
    // The algorithm is named here, or a token could name its own: `none`.
    const claims = jwt.verify(token, secret, { algorithms: [ALGORITHM], audience });
    // A token that never ends is none of ours.
    return typeof claims === 'string' || claims.exp === undefined ? undefined : claims;
  } catch {
    // Of whatever kind: what anybody can put into a cookie is no fault of ours, nor anything for the log.
    return undefined;
  }
}

/**
 * The prefix makes browsers refuse the cookie from subdomains and over plain HTTP. The rest is ours alone: all that
 * runs on `localhost` shares one cookie jar, whatever its port.
 */
function cookieName(name: CookieName, { cookieSecure }: Pick<CookieSettings, 'cookieSecure'>): string {
  return cookieSecure ? `__Host-${name}` : name;
}
