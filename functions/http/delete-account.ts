import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { erasure } from '../../lib/app/erasure.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { push } from '../../lib/app/push.ts';
import { sockets } from '../../lib/app/sockets.ts';
import { store } from '../../lib/app/store.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { deleteAccount } from '../../lib/chat/accounts/delete-account.ts';
import { config } from '../../lib/config.ts';
import { bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { signedOutAnswer } from '../../lib/edge/signed-out-answer.ts';
import { DeleteAccountBody } from '../../lib/protocol/profile-rest.ts';

/** POST /api/delete-account */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, DeleteAccountBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  const ports = { ...store, ...invocation, ...auditing(invocation), erasure, passwords, clock, random };
  await deleteAccount({ ...ports, throttleLimits, push: { ...push, ...sockets } }, session, body);
  return signedOutAnswer(config);
});
