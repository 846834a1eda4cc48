import { cookieSettings } from '../../lib/app/cookies.ts';
import { clock, random } from '../../lib/app/system.ts';
import { bodyOf, httpRoute } from '../../lib/edge/http.ts';
import { passkeyLogInAnswer } from '../../lib/edge/passkey-answers.ts';
import { NoBody } from '../../lib/protocol/rest.ts';

/** POST /api/passkey-log-in-options */
export const handler = httpRoute(async (event) => {
  bodyOf(event, NoBody);
  return passkeyLogInAnswer(event, random.secret(), clock.now(), await cookieSettings());
});
