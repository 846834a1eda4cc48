import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { logInPorts } from '../../lib/app/log-in-ports.ts';
import { passkeySignatures } from '../../lib/app/passkey-signatures.ts';
import { passkeys, spentChallenges } from '../../lib/app/passkeys.ts';
import { logInWithPasskey } from '../../lib/chat/accounts/log-in-with-passkey.ts';
import { endedPasskeyLogInCookie, passkeyLogInChallenge } from '../../lib/edge/challenge-cookie.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { PasskeyLogInBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/passkey-log-in */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, PasskeyLogInBody);
  const settings = await cookieSettings();
  const challenge = passkeyLogInChallenge(event.cookies ?? [], settings);
  const ports = { ...logInPorts(invocation), passkeys, spentChallenges, webAuthn: passkeySignatures };
  const loggedIn = await logInWithPasskey(ports, body, challenge, logInPlaceOf(event, settings));
  invocation.isFor(loggedIn.me.name);
  const cookies = await cookiesOf(loggedIn, event);
  return answer(200, { me: loggedIn.me }, [...cookies, endedPasskeyLogInCookie(settings)]);
});
