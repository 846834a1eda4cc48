import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { answer, bodyOf, httpRoute } from '../../lib/edge/http.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { RegisterBody } from '../../lib/protocol/rest.ts';

/** POST /api/register */
export const handler = httpRoute(async (event, invocation) => {
  const ports = { ...store, ...auditing(invocation), passwords, clock, random };
  const { me, session } = await register(ports, bodyOf(event, RegisterBody));
  invocation.isFor(me.name);
  return answer(201, { me }, [sessionCookie(session, clock.now(), await cookieSettings())]);
});
