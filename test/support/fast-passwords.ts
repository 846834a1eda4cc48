import type { Passwords } from '../../lib/chat/account-ports.ts';

/** Passwords without the slowness that makes real ones safe. */
export function fastPasswords(): Passwords {
  let hashes = 0;
  const saltOf = (hash: string) => hash.split(':', 1)[0] ?? '';
  const salted = (salt: string, password: string) => `${salt}:${[...password].reverse().join('')}`;
  return {
    async hash(password) {
      hashes += 1;
      return salted(`salt-${hashes}`, password);
    },
    async matches(password, hash) {
      return hash !== undefined && hash === salted(saltOf(hash), password);
    },
    isOutdated: async () => false,
  };
}
