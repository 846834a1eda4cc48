import { auditing } from '../../lib/app/audit.ts';
import { cookiesOf } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { answer, bodyOf, httpRoute } from '../../lib/edge/http.ts';
import { RegisterBody } from '../../lib/protocol/rest.ts';

/** POST /api/register */
export const handler = httpRoute(async (event, invocation) => {
  const ports = { ...store, ...auditing(invocation), throttleLimits, passwords, clock, random };
  const loggedIn = await register(ports, bodyOf(event, RegisterBody));
  invocation.isFor(loggedIn.me.name);
  return answer(201, { me: loggedIn.me }, await cookiesOf(loggedIn, event));
});
