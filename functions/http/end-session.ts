import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { clock } from '../../lib/app/system.ts';
import { revokeSessions } from '../../lib/chat/accounts/revoke-sessions.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { EndSessionBody } from '../../lib/protocol/rest.ts';

/** POST /api/end-session */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, EndSessionBody);
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  await revokeSessions(
    { ...accountStore, ...invocation, ...auditing(invocation), push: sockets, clock },
    session,
    body,
  );
  return answer(204);
});
