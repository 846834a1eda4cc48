import type { Sessions } from '../../chat/account-ports.ts';
import type { Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

export function dynamodbSessions(people: Table): Sessions {
  const keyOf = (person: string, id: string) => ({ person, record: `session#${id}` });

  return {
    async add({ person, id, ...session }) {
      await people.put({ ...keyOf(person, id), ...session, ...timeToLive(session.expiresAt) });
    },

    async find(person, id, now) {
      // Strongly: a session that was ended must not live on in a stale read.
      const row = await people.get(keyOf(person, id), { strong: true });
      const expiresAt = row?.expiresAt as number | undefined;
      if (expiresAt === undefined || expiresAt <= now) return undefined;
      return { person, id, expiresAt, ...(row?.sharedComputer === true && { sharedComputer: true }) };
    },

    async remove(person, id) {
      await people.remove(keyOf(person, id));
    },
  };
}
