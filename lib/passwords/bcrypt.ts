import { createHash } from 'node:crypto';
import { compare, hash, hashSync } from 'bcryptjs';
import type { Passwords } from '../chat/account-ports.ts';

/**
 * bcrypt reads 72 bytes and ignores the rest, so it is given a digest of the whole password: SHA-384 is 64
 * characters of base64, the largest of its family that fits.
 */
function digest(password: string): string {
  return createHash('sha384').update(password, 'utf8').digest('base64');
}

/** @param cost the binary logarithm of bcrypt's rounds; each step more doubles the time of a log-in */
export function bcryptPasswords(cost: number): Passwords {
  let nobodys: string | undefined;

  return {
    hash: (password) => hash(digest(password), cost),

    async matches(password, passwordHash) {
      // Compared with something also when nobody has the name, or the time would tell which names exist.
      nobodys ??= hashSync(digest('nobody has this password'), cost);
      const same = await compare(digest(password), passwordHash ?? nobodys);
      return same && passwordHash !== undefined;
    },
  };
}
