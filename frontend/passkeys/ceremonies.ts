import type {
  AddPasskeyOptions,
  MadePasskey,
  PasskeyLogInOptions,
  PasskeySignature,
} from '../../lib/protocol/passkey-rest.ts';
import { NoPasskey } from './no-passkey.ts';

/**
 * Has the browser make a passkey, which asks whoever is there.
 * @throws NoPasskey, whose cause is an `InvalidStateError` if the authenticator has one for this person already
 */
export async function makePasskey({ publicKey: options }: AddPasskeyOptions): Promise<MadePasskey> {
  const { challenge, user, pubKeyCredParams, excludeCredentials } = options;
  const { id, response } = await orNone(
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytesOf(challenge),
        user: { ...user, id: bytesOf(user.id) },
        pubKeyCredParams: [...pubKeyCredParams],
        excludeCredentials: excludeCredentials.map((known) => ({ ...known, id: bytesOf(known.id) })),
      },
    }),
  );
  const authenticatorData = (response as AuthenticatorAttestationResponse).getAuthenticatorData();
  return {
    id,
    clientDataJSON: base64url(response.clientDataJSON),
    authenticatorData: base64url(authenticatorData),
  };
}

/**
 * Has the browser use a passkey, which asks whoever is there, and which one.
 * @throws NoPasskey
 */
export async function signWithPasskey({
  publicKey: options,
}: PasskeyLogInOptions): Promise<PasskeySignature> {
  const { id, response } = await orNone(
    navigator.credentials.get({ publicKey: { ...options, challenge: bytesOf(options.challenge) } }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    response as AuthenticatorAssertionResponse;
  return {
    id,
    clientDataJSON: base64url(clientDataJSON),
    authenticatorData: base64url(authenticatorData),
    signature: base64url(signature),
    userHandle: base64url(userHandle ?? new ArrayBuffer()),
  };
}

/** Has the authenticator offer a passkey no more that the server does not know any more, where browsers can do that. */
export async function forgetPasskey(credentialId: string): Promise<void> {
  const { PublicKeyCredential: browsers } = window as {
    PublicKeyCredential?: Partial<typeof PublicKeyCredential>;
  };
  // It is a courtesy: whoever is offered it is refused.
  await browsers?.signalUnknownCredential?.({ rpId: location.hostname, credentialId }).catch(() => {});
}

async function orNone(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await asked.catch((cause: unknown) => {
    throw new NoPasskey({ cause });
  });
  // Of the kind that was asked for, there is one or an error.
  return credential as PublicKeyCredential;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
