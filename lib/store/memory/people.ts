import type { People, Profile } from '../../chat/account-ports.ts';
import { gonePerson, toPerson } from '../../chat/accounts/logged-in.ts';
import type { Leaving } from '../../chat/erasure-ports.ts';
import type { Person } from '../../protocol/names.ts';
import { readPersonCursor } from '../cursors.ts';

/** Whose account is deleted, and how far that has come; nothing but the name in the end. */
export interface MemoryTombstone {
  readonly name: string;
  readonly leaving?: Leaving;
}

/** Everybody who has ever had a name here. */
export type MemoryProfiles = Map<string, Profile | MemoryTombstone>;

export function memoryPeople(profiles: MemoryProfiles): People {
  const profileOf = (name: string) => {
    const found = profiles.get(name);
    return found && isThere(found) ? found : undefined;
  };

  return {
    async add(profile) {
      if (profiles.has(profile.name)) return false;
      profiles.set(profile.name, profile);
      return true;
    },

    async find(name) {
      return profileOf(name);
    },

    async change(name, fields) {
      const before = profileOf(name);
      if (!before) return undefined;
      const kept = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null);
      const profile = Object.fromEntries(kept) as unknown as Profile;
      profiles.set(name, profile);
      return toPerson(profile);
    },

    async findAll(names) {
      return names
        .flatMap((name) => profiles.get(name) ?? [])
        .map((found) => (isThere(found) ? toPerson(found) : gonePerson(found.name)));
    },

    async list(prefix, { cursor, limit }) {
      const after = cursor === undefined ? '' : readPersonCursor(cursor, prefix);
      const names = [...profiles.keys()]
        .filter((name) => isListed(profileOf(name)) && name.startsWith(prefix) && name > after)
        .sort();
      const page = names.slice(0, limit);
      const next = names.length > limit ? { next: page.at(-1) as string } : {};
      return { items: page.flatMap((name) => profileOf(name) ?? []).map(listed), ...next };
    },

    async replacePassword(name, { former, next }) {
      const profile = profileOf(name);
      if (profile?.passwordHash !== former) return false;
      profiles.set(name, { ...profile, passwordHash: next });
      return true;
    },

    async changeStanding(name, { from, to }) {
      const { standing, ...profile } = profileOf(name) ?? {};
      if (!('name' in profile) || standing !== from) return false;
      profiles.set(name, { ...profile, ...(to && { standing: to }) });
      return true;
    },
  };
}

function isListed(profile: Profile | undefined): boolean {
  return profile !== undefined && profile.standing === undefined;
}

export function isThere(found: Profile | MemoryTombstone): found is Profile {
  return 'passwordHash' in found;
}

/** As the directory has it. */
function listed(profile: Profile): Person {
  const { about: _, ...person } = toPerson(profile);
  return person;
}
