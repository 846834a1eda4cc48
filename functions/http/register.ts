import { auditing } from '../../lib/app/audit.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { RegisterBody } from '../../lib/protocol/rest.ts';

/** POST /api/register */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RegisterBody);
  const settings = await cookieSettings();
  const accountPorts = { passwords, commonPasswords, random };
  const ports = { ...store, ...invocation, ...auditing(invocation), ...accountPorts, push: sockets, clock };
  const { me, session } = await register(ports, body, logInPlaceOf(event, settings));
  invocation.isFor(me.name);
  return answer(201, { me }, [sessionCookie(session, clock.now(), settings)]);
});
