import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { passkeySignatures } from '../../lib/app/passkey-signatures.ts';
import { passkeys, spentChallenges } from '../../lib/app/passkeys.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { logInWithPasskey } from '../../lib/chat/accounts/log-in-with-passkey.ts';
import { endedPasskeyLogInCookie, passkeyLogInChallenge } from '../../lib/edge/challenge-cookie.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { PasskeyLogInBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/passkey-log-in */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, PasskeyLogInBody);
  const settings = await cookieSettings();
  const challenge = passkeyLogInChallenge(event.cookies ?? [], settings);
  const accountPorts = { passkeys, spentChallenges, webAuthn: passkeySignatures, random, throttleLimits };
  const ports = {
    ...accountStore,
    ...invocation,
    ...auditing(invocation),
    ...accountPorts,
    push: sockets,
    clock,
  };
  const loggedIn = await logInWithPasskey(ports, body, challenge, logInPlaceOf(event, settings));
  invocation.isFor(loggedIn.me.name);
  const cookies = await cookiesOf(loggedIn, event);
  return answer(200, { me: loggedIn.me }, [...cookies, endedPasskeyLogInCookie(settings)]);
});
