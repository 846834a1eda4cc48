import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings, cookiesOf } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { RegisterBody } from '../../lib/protocol/rest.ts';

/** POST /api/register */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RegisterBody);
  const settings = await cookieSettings();
  const accountPorts = { passwords, commonPasswords, random, throttleLimits };
  const ports = {
    ...accountStore,
    ...invocation,
    ...auditing(invocation),
    ...accountPorts,
    push: sockets,
    clock,
  };
  const loggedIn = await register(ports, body, logInPlaceOf(event, settings));
  invocation.isFor(loggedIn.me.name);
  return answer(201, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
