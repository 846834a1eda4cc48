import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { LogInBody } from '../../lib/protocol/rest.ts';

/** POST /api/log-in */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, LogInBody);
  const settings = await cookieSettings();
  const accountPorts = { passwords, random, throttleLimits };
  const ports = {
    ...accountStore,
    ...invocation,
    ...auditing(invocation),
    ...accountPorts,
    push: sockets,
    clock,
  };
  const loggedIn = await logIn(ports, body, logInPlaceOf(event, settings));
  invocation.isFor(loggedIn.me.name);
  return answer(200, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
