import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { answer, bodyOf, httpRoute, logInPlaceOf } from '../../lib/edge/http.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { LogInBody } from '../../lib/protocol/rest.ts';

/** POST /api/log-in */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, LogInBody);
  const settings = await cookieSettings();
  const ports = { ...store, ...invocation, ...auditing(invocation), push: sockets, passwords, clock, random };
  const { me, session } = await logIn(ports, body, logInPlaceOf(event, settings));
  invocation.isFor(me.name);
  return answer(200, { me }, [sessionCookie(session, clock.now(), settings)]);
});
