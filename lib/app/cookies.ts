import { config } from '../config.ts';
import type { CookieSettings } from '../edge/session-cookie.ts';
import { kept } from '../secrets/kept.ts';
import { readParameter } from '../secrets/parameter-store.ts';
import { clock, log } from './system.ts';

/** A secret that was rotated signs within this time, and one that was taken out no longer verifies. */
const SECRETS_KEPT_MS = 5 * 60_000;

/** What `SESSION_SECRET` begins with where it names a parameter, and is no secret itself. */
const PARAMETER = 'ssm:';

const secrets = kept({ clock, log }, SECRETS_KEPT_MS, async () => {
  const { sessionSecret, parameterStore } = config;
  const lines = sessionSecret.startsWith(PARAMETER)
    ? await readParameter(sessionSecret.slice(PARAMETER.length), parameterStore)
    : sessionSecret;
  return lines.split('\n').filter((line) => line !== '');
});

/** How session cookies are signed and sent here. */
export async function cookieSettings(): Promise<CookieSettings> {
  return { sessionSecrets: await secrets(), cookieSecure: config.cookieSecure };
}
