import type { WebAuthn } from '../chat/passkey-ports.ts';
import { madePasskeys } from './made.ts';
import { passkeySignatures } from './signed.ts';

/** Both halves of the port, which are apart for the bundles. */
export function webAuthn(origins: readonly string[]): WebAuthn {
  return { ...madePasskeys(origins), ...passkeySignatures(origins) };
}
