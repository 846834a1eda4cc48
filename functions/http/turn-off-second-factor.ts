import { accountPorts } from '../../lib/app/account-ports.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { oneTimeCodes, secondFactors } from '../../lib/app/second-factors.ts';
import { turnOffSecondFactor } from '../../lib/chat/accounts/change-second-factor.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { TurnOffSecondFactorBody } from '../../lib/protocol/second-factor-rest.ts';

/** POST /api/turn-off-second-factor */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, TurnOffSecondFactorBody);
  const ports = { ...accountPorts(invocation), ...secondFactors, oneTimeCodes };
  const session = await sessionOf(event, ports, await cookieSettings(), invocation);
  await turnOffSecondFactor(ports, session, body);
  return answer(204);
});
