import { accountPorts } from '../../lib/app/account-ports.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { removePasskey } from '../../lib/chat/accounts/remove-passkey.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { RemovePasskeyBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/remove-passkey */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, RemovePasskeyBody);
  const ports = { ...accountPorts(invocation), passkeys };
  const session = await sessionOf(event, ports, await cookieSettings(), invocation);
  await removePasskey(ports, session, body);
  return answer(204);
});
