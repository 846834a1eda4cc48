import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { passkeys } from '../../lib/app/passkeys.ts';
import { passwords } from '../../lib/app/passwords.ts';
import { clock, random } from '../../lib/app/system.ts';
import { throttleLimits } from '../../lib/app/throttle-limits.ts';
import { offerPasskey } from '../../lib/chat/accounts/offer-passkey.ts';
import { bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { newPasskeyAnswer } from '../../lib/edge/passkey-answers.ts';
import { AddPasskeyOptionsBody } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/add-passkey-options */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, AddPasskeyOptionsBody);
  const settings = await cookieSettings();
  const session = await sessionOf(event, { ...accountStore, clock }, settings, invocation);
  const ports = {
    ...accountStore,
    ...invocation,
    ...auditing(invocation),
    passkeys,
    passwords,
    throttleLimits,
  };
  const offer = await offerPasskey({ ...ports, clock, random }, session, body);
  return newPasskeyAnswer(event, offer, clock.now(), settings);
});
