import { accountPorts } from '../../lib/app/account-ports.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { changePassword } from '../../lib/chat/accounts/change-password.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { ChangePasswordBody } from '../../lib/protocol/rest.ts';

/** POST /api/change-password */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, ChangePasswordBody);
  const settings = await cookieSettings();
  const ports = { ...accountPorts(invocation), commonPasswords };
  const session = await sessionOf(event, ports, settings, invocation);
  const begun = await changePassword(ports, session, body);
  return answer(204, undefined, [sessionCookie(begun, ports.clock.now(), settings)]);
});
