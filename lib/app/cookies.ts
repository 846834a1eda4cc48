import { config } from '../config.ts';
import type { CookieSettings } from '../edge/session-cookie.ts';
import { kept } from '../secrets/kept.ts';
import { readParameter } from '../secrets/parameter-store.ts';
import { SECRETS_KEPT_MS, secretsIn } from '../secrets/session-secrets.ts';
import { clock, log } from './system.ts';

/** What `SESSION_SECRET` begins with where it names a parameter, and is no secret itself. */
const PARAMETER = 'ssm:';

const secrets = kept({ clock, log }, SECRETS_KEPT_MS, async () => {
  const { sessionSecret, parameterStore } = config;
  const lines = sessionSecret.startsWith(PARAMETER)
    ? await readParameter(sessionSecret.slice(PARAMETER.length), parameterStore)
    : sessionSecret;
  return secretsIn(lines);
});

/** How session cookies are signed and sent here. */
export async function cookieSettings(): Promise<CookieSettings> {
  return { sessionSecrets: await secrets(), cookieSecure: config.cookieSecure };
}
