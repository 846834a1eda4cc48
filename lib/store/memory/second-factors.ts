import type { KeptSecondFactor, SecondFactors } from '../../chat/second-factor-ports.ts';
import type { Forgetful } from './erasure.ts';

export function memorySecondFactors(): SecondFactors & Forgetful {
  const kept = new Map<string, KeptSecondFactor>();
  const lastSteps = new Map<string, number>();
  const of = (person: string) => kept.get(person) ?? {};

  return {
    async find(person) {
      return of(person);
    },

    async prepare(person, sealed) {
      kept.set(person, { ...of(person), prepared: sealed });
    },

    async turnOn(person, { sealed, since }, step) {
      if (of(person).on?.sealed === sealed) return true;
      if (of(person).prepared !== sealed) return false;
      kept.set(person, { on: { sealed, since } });
      lastSteps.set(person, step);
      return true;
    },

    async useStep(person, sealed, step) {
      const last = lastSteps.get(person) ?? 0;
      if (of(person).on?.sealed !== sealed || step <= last) return false;
      lastSteps.set(person, step);
      return true;
    },

    async turnOff(person) {
      kept.delete(person);
    },

    forget(person) {
      kept.delete(person);
    },
  };
}
