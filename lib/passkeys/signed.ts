import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { WebAuthn } from '../chat/passkey-ports.ts';
import { credential, expectedOf, isOfOneHost, orNothing } from './expected.ts';

/**
 * Looks at what passkeys sign on pages at these origins: at all that is looked at when one is made, whose it is, the
 * signature, and the counter.
 */
export function passkeySignatures(origins: readonly string[]): Pick<WebAuthn, 'signed'> {
  return {
    async signed(challenge, { id, userHandle, ...response }, passkey) {
      if (id !== passkey.id || userHandle !== passkey.userHandle) return undefined;
      const { verified, authenticationInfo: info } = await orNothing(() =>
        verifyAuthenticationResponse({
          ...expectedOf(origins, challenge),
          response: { ...credential(id), response },
          // A copy: what a table answers may be a view into something larger.
          credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
        }),
      );
      return verified && info && isOfOneHost(info) ? info.newCounter : undefined;
    },
  };
}
