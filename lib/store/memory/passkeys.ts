import type { Passkey, Passkeys } from '../../chat/passkey-ports.ts';
import type { Forgetful } from './erasure.ts';

export function memoryPasskeys(): Passkeys & Forgetful {
  const passkeys = new Map<string, Passkey>();

  return {
    async add(passkey) {
      if (passkeys.has(passkey.id)) return false;
      passkeys.set(passkey.id, passkey);
      return true;
    },

    async find(id) {
      return passkeys.get(id);
    },

    async of(person) {
      return [...passkeys.values()].filter((passkey) => passkey.person === person);
    },

    async noteUse(before, use) {
      const kept = passkeys.get(before.id);
      if (kept?.person !== before.person || kept.counter !== before.counter) return false;
      passkeys.set(before.id, { ...kept, ...use });
      return true;
    },

    async remove(person, id) {
      return passkeys.get(id)?.person === person && passkeys.delete(id);
    },

    forget(person) {
      for (const [id, passkey] of passkeys) if (passkey.person === person) passkeys.delete(id);
    },
  };
}
