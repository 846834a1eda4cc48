import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock } from '../../lib/app/system.ts';
import { logOut } from '../../lib/chat/accounts/log-out.ts';
import { config } from '../../lib/config.ts';
import { bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { signedOutAnswer } from '../../lib/edge/signed-out-answer.ts';
import { NoBody } from '../../lib/protocol/rest.ts';

/** POST /api/log-out */
export const handler = httpRoute(async (event, invocation) => {
  bodyOf(event, NoBody);
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  await logOut({ ...accountStore, ...invocation, ...auditing(invocation), push: sockets, clock }, session);
  return signedOutAnswer(config);
});
