import { accountPorts } from '../../lib/app/account-ports.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { offerPasskey } from '../../lib/chat/accounts/offer-passkey.ts';
import { bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { newPasskeyAnswer } from '../../lib/edge/passkey-answers.ts';
import { AddPasskeyOptionsBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/add-passkey-options */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, AddPasskeyOptionsBody);
  const settings = await cookieSettings();
  const ports = { ...accountPorts(invocation), passkeys };
  const session = await sessionOf(event, ports, settings, invocation);
  const offer = await offerPasskey(ports, session, body);
  return newPasskeyAnswer(event, offer, ports.clock.now(), settings);
});
