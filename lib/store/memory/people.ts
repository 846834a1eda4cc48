import type { People, Profile } from '../../chat/account-ports.ts';
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

    async findAll(names) {
      return names.flatMap((name) => publicPart(profiles.get(name)));
    },

    async list(prefix, { cursor, limit }) {
      const after = cursor === undefined ? '' : readPersonCursor(cursor, prefix);
      const names = [...profiles.values()]
        .filter(({ name, standing }) => !standing && name.startsWith(prefix) && name > after)
        .map(({ name }) => name)
        .sort();
      const page = names.slice(0, limit);
      const next = names.length > limit ? { next: page.at(-1) as string } : {};
      return { items: page.flatMap((name) => publicPart(profiles.get(name))), ...next };
    },

    async replacePassword(name, { former, next }) {
      const profile = profiles.get(name);
      if (profile?.passwordHash !== former) return false;
      profiles.set(name, { ...profile, passwordHash: next });
      return true;
    },

    async changeStanding(name, { from, to }) {
      const { standing, ...profile } = profiles.get(name) ?? {};
      if (!('name' in profile) || standing !== from) return false;
      profiles.set(name, { ...profile, ...(to && { standing: to }) });
      return true;
    },
  };
}

function publicPart(profile: Profile | undefined) {
  return profile ? [{ name: profile.name, displayName: profile.displayName }] : [];
}
