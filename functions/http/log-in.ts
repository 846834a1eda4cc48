import { accountPorts } from '../../lib/app/account-ports.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { oneTimeCodes, secondFactors } from '../../lib/app/second-factors.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { LogInBody } from '../../lib/protocol/rest.ts';

/** POST /api/log-in */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, LogInBody);
  const ports = { ...accountPorts(invocation), ...secondFactors, oneTimeCodes };
  const loggedIn = await logIn(ports, body, logInPlaceOf(event, await cookieSettings()));
  invocation.isFor(loggedIn.me.name);
  return answer(200, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
