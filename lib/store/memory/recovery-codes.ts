import type { RecoveryCodes } from '../../chat/second-factor-ports.ts';
import { recoveryCodeHash } from '../recovery-code-hash.ts';
import type { Forgetful } from './erasure.ts';

export function memoryRecoveryCodes(): RecoveryCodes & Forgetful {
  const kept = new Map<string, { readonly hashes: Set<string>; readonly madeAt: number }>();

  return {
    async replace(person, codes, madeAt) {
      kept.set(person, { hashes: new Set(codes.map(recoveryCodeHash)), madeAt });
    },

    async has(person, code) {
      return kept.get(person)?.hashes.has(recoveryCodeHash(code)) ?? false;
    },

    async take(person, code) {
      return kept.get(person)?.hashes.delete(recoveryCodeHash(code)) ?? false;
    },

    async of(person) {
      const found = kept.get(person);
      return found && { left: found.hashes.size, madeAt: found.madeAt };
    },

    forget(person) {
      kept.delete(person);
    },
  };
}
