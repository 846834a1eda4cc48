import type { WebAuthn } from '../chat/passkey-ports.ts';
import { config } from '../config.ts';
import { madePasskeys as ofOrigins } from '../passkeys/made.ts';

export const madePasskeys: Pick<WebAuthn, 'made'> = ofOrigins(config.allowedOrigins);
