import { createHash } from 'node:crypto';

/** What is kept of a recovery code. It has 120 random bits: nobody finds it from this, however fast this is. */
export function recoveryCodeHash(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
