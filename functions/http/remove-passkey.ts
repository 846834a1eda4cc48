import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { clock } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { removePasskey } from '../../lib/chat/accounts/remove-passkey.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { RemovePasskeyBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/remove-passkey */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RemovePasskeyBody);
  const session = await sessionOf(event, { ...accountStore, clock }, await cookieSettings(), invocation);
  const accountPorts = { passkeys, passwords, throttleLimits, clock };
  await removePasskey(
    { ...accountStore, ...invocation, ...auditing(invocation), ...accountPorts },
    session,
    body,
  );
  return answer(204);
});
