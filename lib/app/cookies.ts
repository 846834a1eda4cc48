import { config } from '../config.ts';
import type { CookieSettings } from '../edge/session-cookie.ts';
import { kept } from '../secrets/kept.ts';
import { SECRETS_KEPT_MS, secretsIn } from '../secrets/session-secrets.ts';
import { secretOf } from './parameters.ts';
import { clock, log } from './system.ts';

const secrets = kept({ clock, log }, SECRETS_KEPT_MS, async () =>
  secretsIn(await secretOf(config.sessionSecret)),
);

/** How session cookies are signed and sent here. */
export async function cookieSettings(): Promise<CookieSettings> {
  return { sessionSecrets: await secrets(), cookieSecure: config.cookieSecure };
}
