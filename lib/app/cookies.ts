import type { LoggedIn } from '../chat/accounts/logged-in.ts';
import { config } from '../config.ts';
import { deviceCookie, knownDevice } from '../edge/device-cookie.ts';
import type { HttpEvent } from '../edge/http.ts';
import { sessionCookie } from '../edge/session-cookie.ts';
import type { CookieSettings } from '../edge/signed-cookie.ts';
import { kept } from '../secrets/kept.ts';
import { SECRETS_KEPT_MS, secretsIn } from '../secrets/session-secrets.ts';
import { secretOf } from './parameters.ts';
import { clock, log, random } from './system.ts';

const secrets = kept({ clock, log }, SECRETS_KEPT_MS, async () =>
  secretsIn(await secretOf(config.sessionSecret)),
);

/** How our cookies are signed and sent here. */
export async function cookieSettings(): Promise<CookieSettings> {
  return { sessionSecrets: await secrets(), cookieSecure: config.cookieSecure };
}

/**
 * The Set-Cookie values of a log-in: its session, and that its person has been in this browser, unless others use it. A
 * device that is known stays the one that it is.
 */
export async function cookiesOf({ me, session }: LoggedIn, event: HttpEvent): Promise<string[]> {
  const settings = await cookieSettings();
  const now = clock.now();
  const cookies = [sessionCookie(session, now, settings)];
  if (session.sharedComputer) return cookies;
  const known = knownDevice(event.cookies ?? [], settings);
  const id = known?.person === me.name ? known.id : random.secret();
  return [...cookies, deviceCookie({ person: me.name, id }, now, settings)];
}
