import type { Erasure } from '../../chat/erasure-ports.ts';
import type { SideKey } from '../../chat/side-ports.ts';
import { readPersonCursor } from '../cursors.ts';
import { isThere, type MemoryProfiles, type MemoryTombstone } from './people.ts';

/** A part of what is kept in this process that lets go of somebody. */
export interface Forgetful {
  forget(person: string): void;
}

/** A part that has something of each conversation. */
export interface ForgetfulOfConversations {
  forgetConversation(key: SideKey): void;
}

export function memoryErasure(
  profiles: MemoryProfiles,
  parts: readonly Forgetful[],
  sides: readonly ForgetfulOfConversations[],
): Erasure {
  const tombstoneOf = (person: string): MemoryTombstone | undefined => {
    const found = profiles.get(person);
    return found && !isThere(found) ? found : undefined;
  };

  return {
    async begin(person, since) {
      const profile = profiles.get(person);
      if (!profile || !isThere(profile)) return false;
      profiles.set(person, { name: person, leaving: { since } });
      return true;
    },

    async leaving(person) {
      return tombstoneOf(person)?.leaving;
    },

    async list({ cursor, limit }) {
      const after = cursor === undefined ? '' : readPersonCursor(cursor, '');
      const names = [...profiles.keys()].filter((name) => tombstoneOf(name)?.leaving && name > after).sort();
      const items = names.slice(0, limit);
      return { items, ...(names.length > limit && { next: items.at(-1) as string }) };
    },

    async noteDone(person, done) {
      const leaving = tombstoneOf(person)?.leaving;
      if (leaving) profiles.set(person, { name: person, leaving: { ...leaving, done } });
    },

    async forgetConversation(key) {
      for (const side of sides) side.forgetConversation(key);
    },

    async forgetRest(person) {
      for (const part of parts) part.forget(person);
    },

    async end(person) {
      if (tombstoneOf(person)) profiles.set(person, { name: person });
    },
  };
}
