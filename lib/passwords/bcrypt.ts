import { createHash, createHmac } from 'node:crypto';
import { compare, getRounds, hash } from 'bcryptjs';
import type { Passwords } from '../chat/account-ports.ts';
import { type Pepper, type Peppers, pepperOf } from './peppers.ts';

export interface BcryptSettings {
  /** The binary logarithm of bcrypt's rounds; each step more doubles the time of a log-in. */
  readonly cost: number;
  readonly peppers: Peppers;
}

/** bcrypt reads so many bytes and ignores the rest. */
const BCRYPT_BYTES = 72;

/** `p` and the pepper's version, before bcrypt's own. */
const PEPPERED = /^p(\d+):(.+)$/s;

/** Of a password that nobody has; what makes comparing with it slow is the cost in front. */
const SALT_AND_HASH = 'N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

/** Hashes as `p1:$2b$10$…`: the pepper that went in, bcrypt's cost, its salt, and what it has made of all that. */
export function bcryptPasswords({ cost, peppers }: BcryptSettings): Passwords {
  const nobodys = `$2b$${String(cost).padStart(2, '0')}$${SALT_AND_HASH}`;

  const newest = () => pepperOf(peppers);

  return {
    async hash(password) {
      const pepper = await newest();
      return `p${pepper.version}:${await hash(digest(pepper, password), cost)}`;
    },

    async matches(password, passwordHash) {
      // Compared with something also when nobody has the name, or the time would tell which names exist.
      if (passwordHash === undefined) {
        await compare(digest(await newest(), password), nobodys);
        return false;
      }
      const [, version, bcryptHash] = PEPPERED.exec(passwordHash) ?? [];
      if (!version || !bcryptHash) return compare(formerDigest(password), passwordHash);
      return compare(digest(await pepperOf(peppers, Number(version)), password), bcryptHash);
    },

    async isOutdated(passwordHash) {
      const [, version, bcryptHash] = PEPPERED.exec(passwordHash) ?? [];
      if (!version || !bcryptHash || Number(version) !== (await newest()).version) return true;
      return getRounds(bcryptHash) < cost;
    },
  };
}

/** All of the password goes in, and as much of what comes out as bcrypt reads: 432 bits. No zero byte is in it. */
function digest({ secret }: Pepper, password: string): string {
  return createHmac('sha512', secret).update(password, 'utf8').digest('base64').slice(0, BCRYPT_BYTES);
}

/** Of hashes without a version, from before there was a pepper. */
function formerDigest(password: string): string {
  return createHash('sha384').update(password, 'utf8').digest('base64');
}
