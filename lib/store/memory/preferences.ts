import { type KeptPreferences, NEW_PREFERENCES, type PreferencesStore } from '../../chat/side-ports.ts';
import type { Forgetful } from './erasure.ts';

export function memoryPreferences(): PreferencesStore & Forgetful {
  const kept = new Map<string, KeptPreferences>();
  const of = (person: string) => kept.get(person) ?? NEW_PREFERENCES;

  return {
    async of(people) {
      return people.map(of);
    },

    async change(person, preferences) {
      kept.set(person, { ...of(person), ...preferences });
    },

    async add(person, list, name, limit) {
      const names = of(person)[list];
      if (names.includes(name)) return true;
      if (names.length >= limit) return false;
      kept.set(person, { ...of(person), [list]: [...names, name].sort() });
      return true;
    },

    async remove(person, list, name) {
      kept.set(person, { ...of(person), [list]: of(person)[list].filter((other) => other !== name) });
    },

    forget(person) {
      kept.delete(person);
    },
  };
}
