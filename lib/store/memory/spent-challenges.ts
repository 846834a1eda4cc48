import type { SpentChallenges } from '../../chat/passkey-ports.ts';

export function memorySpentChallenges(): SpentChallenges {
  const spent = new Set<string>();

  return {
    async spend(challenge) {
      const isFirst = !spent.has(challenge);
      spent.add(challenge);
      return isFirst;
    },
  };
}
