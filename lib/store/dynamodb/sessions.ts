import { createHash } from 'node:crypto';
import type { Session, Sessions } from '../../chat/account-ports.ts';
import { SESSION_LIFETIME, SHARED_SESSION_LIFETIME } from '../../chat/accounts/sessions.ts';
import { type Row, setting, type Table } from './table.ts';
import { timeToLive } from './time-to-live.ts';

const PREFIX = 'session#';

export function dynamodbSessions(people: Table): Sessions {
  const keyOf = (person: string, id: string) => ({ person, record: `${PREFIX}${id}` });

  return {
    async add({ person, id, ...session }) {
      await people.put({ ...keyOf(person, id), ...session, ...timeToLive(session.expiresAt) });
    },

    async find(person, id, now) {
      // Strongly: a session that was ended must not live on in a stale read.
      const row = await people.get(keyOf(person, id), { strong: true });
      const session = row && toSession(row);
      return session && session.expiresAt > now ? session : undefined;
    },

    async of(person, now) {
      const found: Session[] = [];
      let startAfter: Row | undefined;
      do {
        const { rows, last } = await people.query({
          KeyConditionExpression: 'person = :person AND begins_with(#record, :session)',
          FilterExpression: 'expiresAt > :now',
          ExpressionAttributeNames: { '#record': 'record' },
          values: { ':person': person, ':session': PREFIX, ':now': now },
          startAfter,
          ConsistentRead: true,
        });
        found.push(...rows.map(toSession));
        startAfter = last;
      } while (startAfter);
      return found;
    },

    async touch({ person, id, lastUsedAt, expiresAt }) {
      const change = setting({ lastUsedAt, expiresAt, ...timeToLive(expiresAt) });
      await people.update(keyOf(person, id), { ...change, condition: 'attribute_exists(#expiresAt)' });
    },

    async remove(person, id) {
      await people.remove(keyOf(person, id));
    },
  };
}

function toSession({ person, record, expiresAt, sharedComputer, ...row }: Row): Session {
  const id = `${record}`.slice(PREFIX.length);
  const shared = sharedComputer === true && ({ sharedComputer: true } as const);
  const known = { person: person as string, id, expiresAt: expiresAt as number, ...shared };
  const { createdAt, lastUsedAt, publicId, device } = row as Partial<Session>;
  if (createdAt !== undefined && lastUsedAt !== undefined && publicId !== undefined && device !== undefined)
    return { ...known, createdAt, lastUsedAt, publicId, device };
  return fromBefore(known);
}

/** Of version 0.1.0, which noted nothing but when it ends: it still does at that time, at the latest. */
function fromBefore(session: Pick<Session, 'person' | 'id' | 'expiresAt' | 'sharedComputer'>): Session {
  const { absoluteMs } = session.sharedComputer ? SHARED_SESSION_LIFETIME : SESSION_LIFETIME;
  const createdAt = session.expiresAt - absoluteMs;
  const publicId = createHash('sha256').update(session.id).digest('base64url');
  return { ...session, createdAt, lastUsedAt: createdAt, publicId, device: '' };
}
