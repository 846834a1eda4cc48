import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { issueTicketIfRoom } from '../../lib/chat/connecting.ts';
import { config } from '../../lib/config.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { NoBody, type SocketTicket } from '../../lib/protocol/rest.ts';

/** POST /api/ticket */
export const handler = httpRoute(async (event, invocation) => {
  bodyOf(event, NoBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  const { secret } = await issueTicketIfRoom({ ...store, throttleLimits, clock, random }, session);
  return answer(200, { url: config.socketUrl, ticket: secret } satisfies SocketTicket);
});
