import { auditing } from '../../lib/app/audit.ts';
import { cookiesOf, knownDeviceOf } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { answer, bodyOf, httpRoute } from '../../lib/edge/http.ts';
import { LogInBody } from '../../lib/protocol/rest.ts';

/** POST /api/log-in */
export const handler = httpRoute(async (event, invocation) => {
  const { metrics } = invocation;
  const ports = { ...store, ...auditing(invocation), throttleLimits, passwords, clock, random, metrics };
  const loggedIn = await logIn(ports, bodyOf(event, LogInBody), await knownDeviceOf(event));
  invocation.isFor(loggedIn.me.name);
  return answer(200, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
