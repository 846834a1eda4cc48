import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { report } from '../../lib/chat/report.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { ReportBody } from '../../lib/protocol/report.ts';

/** POST /api/report */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, ReportBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  await report({ ...store, ...auditing(invocation), clock }, session, body);
  return answer(204);
});
