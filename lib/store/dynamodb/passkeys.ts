import { createHash } from 'node:crypto';
import type { Passkey, Passkeys } from '../../chat/passkey-ports.ts';
import type { Row, Table } from './table.ts';

const PREFIX = 'passkey#';

/** Of a passkey's own partition, whose key no name can have. */
const OWNER = 'owner';

/** An id may be longer than a key, so the rows are known by its hash. */
function recordOf(id: string): string {
  return `${PREFIX}${createHash('sha256').update(id).digest('base64url')}`;
}

/**
 * A passkey lies beside its person's sessions; a second row, in a partition of the passkey's own, says whose it is. That one
 * is there only while the first is: it is put after it and removed before, so that whatever is cut off in between, what is
 * left is listed with its person, can be removed, and is erased with them.
 */
export function dynamodbPasskeys(people: Table): Passkeys {
  const keyOf = (person: string, id: string) => ({ person, record: recordOf(id) });

  return {
    async add({ person, ...passkey }) {
      const key = keyOf(person, passkey.id);
      const before = await people.putNew({ ...key, ...passkey }, 'person');
      // The SDK repeats a put whose answer got lost, and then meets its own row.
      if (before !== undefined && before.createdAt !== passkey.createdAt) return false;
      const owner = await people.putNew({ ...ownerKey(key.record), owner: person }, 'person');
      if (owner === undefined || owner.owner === person) return true;
      await people.remove(key);
      return false;
    },

    async find(id) {
      const owner = await people.get(ownerKey(recordOf(id)), { strong: true });
      if (!owner) return undefined;
      const row = await people.get(keyOf(owner.owner as string, id), { strong: true });
      return row && toPasskey(row);
    },

    async of(person) {
      const { rows } = await people.query(passkeysOf(person));
      return rows.map(toPasskey);
    },

    async noteUse({ person, id, counter: before }, { counter, lastUsedAt }) {
      const key = keyOf(person, id);
      const { wasMet } = await people.update(key, {
        update: 'SET #counter = :counter, #lastUsedAt = :lastUsedAt',
        condition: '#counter = :before',
        fields: ['counter', 'lastUsedAt'],
        values: { ':counter': counter, ':lastUsedAt': lastUsedAt, ':before': before },
      });
      if (wasMet) return true;
      // The SDK repeats an update whose answer got lost, and then meets what it has written.
      const row = await people.get(key, { strong: true });
      return row?.counter === counter && row.lastUsedAt === lastUsedAt;
    },

    async remove(person, id) {
      const key = keyOf(person, id);
      if (!(await people.get(key, { strong: true }))) return false;
      await people.remove(ownerKey(key.record));
      return (await people.take(key, 'person')) !== undefined;
    },
  };
}

/** Removes what lies outside of a person's own partition, for whoever removes that as a whole. */
export async function forgetOwnersOfPasskeys(people: Table, person: string): Promise<void> {
  const { rows } = await people.query(passkeysOf(person));
  await Promise.all(rows.map(({ record }) => people.remove(ownerKey(record as string))));
}

function ownerKey(record: string): Row {
  return { person: record, record: OWNER };
}

/** They fit into one page: there are few, and each has a kB at most. */
function passkeysOf(person: string) {
  return {
    KeyConditionExpression: 'person = :person AND begins_with(#record, :passkey)',
    ExpressionAttributeNames: { '#record': 'record' },
    values: { ':person': person, ':passkey': PREFIX },
    ConsistentRead: true,
  };
}

function toPasskey({ record: _, ...passkey }: Row): Passkey {
  return passkey as unknown as Passkey;
}
