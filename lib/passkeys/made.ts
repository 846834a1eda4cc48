import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { PASSKEY_ALGORITHMS, type WebAuthn } from '../chat/passkey-ports.ts';
import { credential, expectedOf, isOfOneHost, orNothing } from './expected.ts';

/**
 * Before the authenticator's data, in an attestation object without a statement, in CBOR: `{ fmt: "none", attStmt: {},
 * authData: <bytes, as many as the next two say> }`.
 */
const WITHOUT_STATEMENT = Buffer.from('\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59', 'latin1');

/**
 * Looks at passkeys that are made on pages at these origins: at challenge, origin and host, that the person was there, and
 * that the authenticator has verified who they are.
 */
export function madePasskeys(origins: readonly string[]): Pick<WebAuthn, 'made'> {
  return {
    async made(challenge, { id, clientDataJSON, authenticatorData }) {
      const attestationObject = attestedByNobody(Buffer.from(authenticatorData, 'base64url'));
      const { registrationInfo: info } = await orNothing(() =>
        verifyRegistrationResponse({
          ...expectedOf(origins, challenge),
          supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
          response: { ...credential(id), response: { clientDataJSON, attestationObject } },
        }),
      );
      if (!info || !isOfOneHost(info) || info.credential.id !== id) return undefined;
      const { publicKey, counter } = info.credential;
      return { id, publicKey, counter };
    },
  };
}

/**
 * Who has made an authenticator is not asked (attestation `none`), and some say so nevertheless: the library gets to see it
 * without that, and the bundles do without what would look at it.
 */
function attestedByNobody(authenticatorData: Buffer): string {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authenticatorData.length);
  return Buffer.concat([WITHOUT_STATEMENT, length, authenticatorData]).toString('base64url');
}
