import type { PasskeyOffer } from '../chat/accounts/offer-passkey.ts';
import { PASSKEY_ALGORITHMS } from '../chat/passkey-ports.ts';
import { config } from '../config.ts';
import { PASSKEY_CHALLENGE_LIFETIME_MS } from '../protocol/limits.ts';
import type { AddPasskeyOptions, PasskeyLogInOptions } from '../protocol/passkey-rest.ts';
import { newPasskeyCookie, passkeyLogInCookie } from './challenge-cookie.ts';
import { answer, type HttpAnswer, type HttpEvent } from './http.ts';
import { header } from './origin.ts';
import { relyingParty } from './relying-party.ts';
import type { CookieSettings } from './signed-cookie.ts';

const SITE_NAME = 'chat';

/**
 * What a browser is told to have a passkey made. It is kept by the authenticator itself (a discoverable credential), so that
 * nobody has to say who they are before, and used by whoever the authenticator knows by finger, face or PIN alone.
 */
export function newPasskeyAnswer(
  event: HttpEvent,
  offer: PasskeyOffer,
  now: number,
  settings: CookieSettings,
): HttpAnswer {
  const { challenge, userHandle, me, known } = offer;
  const publicKey: AddPasskeyOptions['publicKey'] = {
    challenge,
    rp: { id: relyingPartyOf(event), name: SITE_NAME },
    user: { id: userHandle, name: me.name, displayName: me.displayName },
    pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: PASSKEY_CHALLENGE_LIFETIME_MS,
    attestation: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
  };
  return answer(200, { publicKey }, [newPasskeyCookie(me.name, offer, now, settings)]);
}

/** The same to have a passkey used, whichever of its person's. */
export function passkeyLogInAnswer(
  event: HttpEvent,
  challenge: string,
  now: number,
  settings: CookieSettings,
): HttpAnswer {
  const publicKey: PasskeyLogInOptions['publicKey'] = {
    challenge,
    rpId: relyingPartyOf(event),
    timeout: PASSKEY_CHALLENGE_LIFETIME_MS,
    userVerification: 'required',
  };
  return answer(200, { publicKey }, [passkeyLogInCookie(challenge, now, settings)]);
}

function relyingPartyOf({ headers }: HttpEvent): string {
  return relyingParty(header(headers, 'origin'), config.allowedOrigins);
}
