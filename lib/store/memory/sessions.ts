import type { Session, Sessions } from '../../chat/account-ports.ts';
import type { Forgetful } from './erasure.ts';

export function memorySessions(): Sessions & Forgetful {
  const sessions = new Map<string, Session>();
  const keyOf = (person: string, id: string) => `${person}:${id}`;

  return {
    async add(session) {
      sessions.set(keyOf(session.person, session.id), session);
    },

    async find(person, id, now) {
      const session = sessions.get(keyOf(person, id));
      return session && session.expiresAt > now ? session : undefined;
    },

    async of(person, now) {
      return [...sessions.values()].filter((session) => session.person === person && session.expiresAt > now);
    },

    async touch({ person, id, lastUsedAt, expiresAt }) {
      const session = sessions.get(keyOf(person, id));
      if (session) sessions.set(keyOf(person, id), { ...session, lastUsedAt, expiresAt });
    },

    async remove(person, id) {
      sessions.delete(keyOf(person, id));
    },

    forget(person) {
      for (const [key, session] of sessions) if (session.person === person) sessions.delete(key);
    },
  };
}
