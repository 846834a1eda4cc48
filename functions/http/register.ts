import { accountPorts } from '../../lib/app/account-ports.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { RegisterBody } from '../../lib/protocol/rest.ts';

/** POST /api/register */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RegisterBody);
  const ports = { ...accountPorts(invocation), commonPasswords };
  const loggedIn = await register(ports, body, logInPlaceOf(event, await cookieSettings()));
  invocation.isFor(loggedIn.me.name);
  return answer(201, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
