import { accountStore } from '../../lib/app/account-store.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { oneTimeCodes, secondFactors } from '../../lib/app/second-factors.ts';
import { clock, random } from '../../lib/app/system.ts';
import { prepareSecondFactor } from '../../lib/chat/accounts/change-second-factor.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { NoBody } from '../../lib/protocol/rest.ts';

/** POST /api/prepare-second-factor */
export const handler = httpRoute(async (event, invocation) => {
  bodyOf(event, NoBody);
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  return answer(200, await prepareSecondFactor({ ...secondFactors, oneTimeCodes, random }, session));
});
