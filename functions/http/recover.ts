import { accountPorts } from '../../lib/app/account-ports.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { oneTimeCodes, secondFactors } from '../../lib/app/second-factors.ts';
import { recover } from '../../lib/chat/accounts/recover.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { RecoverBody } from '../../lib/protocol/second-factor-rest.ts';

/** POST /api/recover */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RecoverBody);
  const ports = { ...accountPorts(invocation), ...secondFactors, oneTimeCodes, commonPasswords };
  const loggedIn = await recover(ports, body, logInPlaceOf(event, await cookieSettings()));
  invocation.isFor(loggedIn.me.name);
  return answer(200, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
