import { accountStore } from '../../lib/app/account-store.ts';
import { auditing } from '../../lib/app/audit.ts';
import { cookieSettings } from '../../lib/app/cookies.ts';
import { madePasskeys } from '../../lib/app/made-passkeys.ts';
import { passkeys, spentChallenges } from '../../lib/app/passkeys.ts';
import { clock } from '../../lib/app/system.ts';
import { addPasskey } from '../../lib/chat/accounts/add-passkey.ts';
import { endedNewPasskeyCookie, offeredPasskey } from '../../lib/edge/challenge-cookie.ts';
import { deviceOf } from '../../lib/edge/device.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { header } from '../../lib/edge/origin.ts';
import { MadePasskey } from '../../lib/protocol/passkey-rest.ts';

/** POST /api/add-passkey */
export const handler = httpRoute(async (event, invocation) => {
  const made = bodyOf(event, MadePasskey);
  const settings = await cookieSettings();
  const session = await sessionOf(event, { ...accountStore, clock }, settings, invocation);
  const offered = offeredPasskey(session.person, event.cookies ?? [], settings);
  const device = deviceOf(header(event.headers, 'user-agent'));
  const ports = { ...auditing(invocation), passkeys, spentChallenges, webAuthn: madePasskeys, clock };
  const passkey = await addPasskey(ports, session, made, offered, device);
  return answer(201, { passkey }, [endedNewPasskeyCookie(settings)]);
});
