import type { People, Profile } from '../../chat/account-ports.ts';
import { toPerson } from '../../chat/accounts/logged-in.ts';
import type { Person } from '../../protocol/names.ts';
import { readPersonCursor } from '../cursors.ts';

export function memoryPeople(): People {
  const profiles = new Map<string, Profile>();

  return {
    async add(profile) {
      if (profiles.has(profile.name)) return false;
      profiles.set(profile.name, profile);
      return true;
    },

    async find(name) {
      return profiles.get(name);
    },

    async change(name, fields) {
      const before = profiles.get(name);
      if (!before) return undefined;
      const kept = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null);
      const profile = Object.fromEntries(kept) as unknown as Profile;
      profiles.set(name, profile);
      return toPerson(profile);
    },

    async findAll(names) {
      return names.flatMap((name) => profiles.get(name) ?? []).map(toPerson);
    },

    async list(prefix, { cursor, limit }) {
      const after = cursor === undefined ? '' : readPersonCursor(cursor, prefix);
      const names = [...profiles.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
      const page = names.slice(0, limit);
      const next = names.length > limit ? { next: page.at(-1) as string } : {};
      return { items: page.flatMap((name) => profiles.get(name) ?? []).map(listed), ...next };
    },

    async replacePassword(name, { former, next }) {
      const profile = profiles.get(name);
      if (profile?.passwordHash !== former) return false;
      profiles.set(name, { ...profile, passwordHash: next });
      return true;
    },
  };
}

/** As the directory has it. */
function listed(profile: Profile): Person {
  const { about: _, ...person } = toPerson(profile);
  return person;
}
