import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { commonPasswords } from '../../lib/app/common-passwords.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { changePassword } from '../../lib/chat/accounts/change-password.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { sessionCookie } from '../../lib/edge/session-cookie.ts';
import { ChangePasswordBody } from '../../lib/protocol/rest.ts';

/** POST /api/change-password */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, ChangePasswordBody);
  const settings = await cookieSettings();
  const session = await sessionOf(event, { ...accountStore, clock }, settings, invocation);
  const accountPorts = { passwords, commonPasswords, random, throttleLimits };
  const ports = {
    ...accountStore,
    ...invocation,
    ...auditing(invocation),
    ...accountPorts,
    push: sockets,
    clock,
  };
  const begun = await changePassword(ports, session, body);
  return answer(204, undefined, [sessionCookie(begun, clock.now(), settings)]);
});
