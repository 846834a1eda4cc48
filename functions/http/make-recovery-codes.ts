import { accountPorts } from '../../lib/app/account-ports.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { secondFactors } from '../../lib/app/second-factors.ts';
import { makeRecoveryCodes } from '../../lib/chat/accounts/make-recovery-codes.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { MakeRecoveryCodesBody } from '../../lib/protocol/second-factor-rest.ts';

/** POST /api/make-recovery-codes */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, MakeRecoveryCodesBody);
  const ports = { ...accountPorts(invocation), ...secondFactors };
  const session = await sessionOf(event, ports, await cookieSettings(), invocation);
  return answer(200, await makeRecoveryCodes(ports, session, body));
});
