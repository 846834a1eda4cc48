import type { WebAuthn } from '../chat/passkey-ports.ts';
import { config } from '../config.ts';
import { passkeySignatures as ofOrigins } from '../passkeys/signed.ts';

export const passkeySignatures: Pick<WebAuthn, 'signed'> = ofOrigins(config.allowedOrigins);
