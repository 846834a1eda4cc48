import * as v from 'valibot';
import { LogInBody } from './rest.ts';

/** A credential's id has at most 1,023 bytes (WebAuthn, 4): so many characters of base64url. */
const MAX_ID_CHARACTERS = 1_364;

/** An origin, a challenge, and what browsers add so that nobody compares the whole. */
const MAX_CLIENT_DATA_CHARACTERS = 4_000;

/** An id, a public key (RSA's has half a kB), and what extensions add. */
const MAX_AUTHENTICATOR_DATA_CHARACTERS = 8_000;

const MAX_SIGNATURE_CHARACTERS = 2_000;

/** 64 bytes (WebAuthn, 4). */
const MAX_USER_HANDLE_CHARACTERS = 86;

/** Bytes, as WebAuthn's own JSON has them. */
const bytes = (maxCharacters: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(maxCharacters),
    v.regex(/^[A-Za-z0-9_-]+$/, 'This should be in base64url.'),
  );

const OfAuthenticator = {
  id: bytes(MAX_ID_CHARACTERS),
  clientDataJSON: bytes(MAX_CLIENT_DATA_CHARACTERS),
  authenticatorData: bytes(MAX_AUTHENTICATOR_DATA_CHARACTERS),
};

/** What an authenticator has made. Who made the authenticator (its attestation) is not asked. */
export const MadePasskey = v.strictObject(OfAuthenticator);

/** Asked once more: who can add a way in can come back at any time. */
export const AddPasskeyOptionsBody = v.strictObject({ password: v.string() });

export const RemovePasskeyBody = v.strictObject({ id: OfAuthenticator.id, password: v.string() });

export const PasskeyLogInBody = v.strictObject({
  ...OfAuthenticator,
  signature: bytes(MAX_SIGNATURE_CHARACTERS),
  userHandle: bytes(MAX_USER_HANDLE_CHARACTERS),
  sharedComputer: LogInBody.entries.sharedComputer,
});

export type MadePasskey = v.InferOutput<typeof MadePasskey>;
export type AddPasskeyOptionsBody = v.InferOutput<typeof AddPasskeyOptionsBody>;
export type RemovePasskeyBody = v.InferOutput<typeof RemovePasskeyBody>;
export type PasskeyLogInBody = v.InferOutput<typeof PasskeyLogInBody>;
export type PasskeySignature = Omit<PasskeyLogInBody, 'sharedComputer'>;

/** A credential, as options name it. */
interface NamedCredential {
  readonly type: 'public-key';
  readonly id: string;
}

/** WebAuthn's PublicKeyCredentialCreationOptionsJSON, as far as it is used: bytes are in base64url. */
export interface AddPasskeyOptions {
  readonly publicKey: {
    readonly challenge: string;
    readonly rp: { readonly id: string; readonly name: string };
    readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
    readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
    /** ms */
    readonly timeout: number;
    readonly attestation: 'none';
    readonly authenticatorSelection: {
      readonly residentKey: 'required';
      readonly requireResidentKey: true;
      readonly userVerification: 'required';
    };
    readonly excludeCredentials: readonly NamedCredential[];
  };
}

/** WebAuthn's PublicKeyCredentialRequestOptionsJSON. No credential is named: the device knows which it has. */
export interface PasskeyLogInOptions {
  readonly publicKey: {
    readonly challenge: string;
    readonly rpId: string;
    /** ms */
    readonly timeout: number;
    readonly userVerification: 'required';
  };
}

export interface ListedPasskey {
  readonly id: string;
  /** Browser and system in which it was made, such as `Firefox, Linux`; empty if they are not known. */
  readonly device: string;
  /** ms since 1970, as is the next. */
  readonly createdAt: number;
  readonly lastUsedAt?: number;
}

/** The last made first. */
export interface PasskeysAnswer {
  readonly passkeys: readonly ListedPasskey[];
}
