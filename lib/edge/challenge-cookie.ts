import type { OfferedPasskey } from '../chat/accounts/add-passkey.ts';
import { PASSKEY_CHALLENGE_LIFETIME_MS } from '../protocol/limits.ts';
import { type CookieSettings, setCookie, signedClaims, signedValue } from './signed-cookie.ts';

/**
 * The cookies with what a browser's authenticator is to sign. That the answer comes from the browser which has asked is
 * known by them, and nothing has to be kept until then: whoever asks for challenges without end fills no table.
 */

const NEW_PASSKEY = 'chat-new-passkey';
const LOG_IN = 'chat-passkey-log-in';

/** Whom a challenge is for that anybody may have asked for. No name is so short. */
const WHOEVER = '-';

/** Between a challenge and a user handle, which are in base64url. */
const SEPARATOR = '.';

/** A Set-Cookie value for a browser in which that person is about to have a passkey made. */
export function newPasskeyCookie(
  person: string,
  { challenge, userHandle }: OfferedPasskey,
  now: number,
  settings: CookieSettings,
): string {
  const id = `${challenge}${SEPARATOR}${userHandle}`;
  const value = signedValue(NEW_PASSKEY, { person, id, expiresAt: endOf(now) }, settings);
  return setCookie(NEW_PASSKEY, value, PASSKEY_CHALLENGE_LIFETIME_MS, settings);
}

/** What was offered to that person in this browser, if anything was, and is not too old. */
export function offeredPasskey(
  person: string,
  cookies: readonly string[],
  settings: CookieSettings,
): OfferedPasskey | undefined {
  const claims = signedClaims(NEW_PASSKEY, cookies, settings);
  if (claims?.person !== person) return undefined;
  const [challenge = '', userHandle = ''] = claims.id.split(SEPARATOR);
  return { challenge, userHandle };
}

/** A Set-Cookie value for a browser in which somebody is about to log in with a passkey. */
export function passkeyLogInCookie(challenge: string, now: number, settings: CookieSettings): string {
  const value = signedValue(LOG_IN, { person: WHOEVER, id: challenge, expiresAt: endOf(now) }, settings);
  return setCookie(LOG_IN, value, PASSKEY_CHALLENGE_LIFETIME_MS, settings);
}

/** What is to be signed to log in in this browser, if that was asked for, and not too long ago. */
export function passkeyLogInChallenge(
  cookies: readonly string[],
  settings: CookieSettings,
): string | undefined {
  return signedClaims(LOG_IN, cookies, settings)?.id;
}

/** Set-Cookie values that end them, as they are used up. */
export function endedNewPasskeyCookie(settings: Pick<CookieSettings, 'cookieSecure'>): string {
  return setCookie(NEW_PASSKEY, '', 0, settings);
}

export function endedPasskeyLogInCookie(settings: Pick<CookieSettings, 'cookieSecure'>): string {
  return setCookie(LOG_IN, '', 0, settings);
}

function endOf(now: number): number {
  return now + PASSKEY_CHALLENGE_LIFETIME_MS;
}
