import type { People, Profile, Standing } from '../../chat/account-ports.ts';
import type { Person } from '../../protocol/names.ts';
import { readPersonCursor } from '../cursors.ts';
import { type Row, setting, type Table } from './table.ts';

const PROFILE = 'profile';

/** The partition of the directory index; only profiles of good standing carry it. */
const EVERYBODY = 'everybody';

export function dynamodbPeople(table: Table): People {
  return {
    async add({ name, ...profile }) {
      const row = { person: name, record: PROFILE, directory: EVERYBODY, ...profile };
      const before = await table.putNew(row, 'person');
      // The SDK repeats a put whose answer got lost and then meets its own row: known by the salted hash.
      return before === undefined || before.passwordHash === profile.passwordHash;
    },

    async find(name) {
      // Strongly: whoever has just registered must be able to log in.
      const row = await table.get({ person: name, record: PROFILE }, { strong: true });
      return row && toProfile(row);
    },

    async findAll(names) {
      // Strongly, as in find(): whoever has just registered can be written to.
      const keys = names.map((person) => ({ person, record: PROFILE }));
      const rows = await table.getAll(keys, 'person, displayName');
      return rows.map(toPerson);
    },

    async list(prefix, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readPersonCursor(cursor, prefix);
      const { rows } = await table.query({
        IndexName: 'directory',
        KeyConditionExpression: prefix
          ? 'directory = :everybody AND begins_with(person, :prefix)'
          : 'directory = :everybody',
        values: { ':everybody': EVERYBODY, ...(prefix && { ':prefix': prefix }) },
        startAfter:
          start === undefined ? undefined : { directory: EVERYBODY, person: start, record: PROFILE },
        // One more than the page: DynamoDB also says that there may be more when there is nothing behind.
        Limit: limit + 1,
      });
      const items = rows.slice(0, limit).map(toPerson);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last && { next: last.name }) };
    },

    async replacePassword(name, { former, next }) {
      const key = { person: name, record: PROFILE };
      const { wasMet } = await table.update(key, {
        update: 'SET #passwordHash = :next',
        condition: '#passwordHash = :former',
        fields: ['passwordHash'],
        values: { ':former': former, ':next': next },
      });
      if (wasMet) return true;
      // The SDK repeats an update whose answer got lost, and then meets what it has written: known by the salt.
      return (await table.get(key, { strong: true }))?.passwordHash === next;
    },

    async changeStanding(name, { from, to }) {
      const key = { person: name, record: PROFILE };
      const change = to
        ? setting({ standing: to }, ['directory'])
        : setting({ directory: EVERYBODY }, ['standing']);
      const { wasMet } = await table.update(key, {
        ...change,
        condition: `attribute_exists(person) AND ${from ? '#standing = :from' : 'attribute_not_exists(#standing)'}`,
        values: { ...change.values, ...(from && { ':from': from }) },
      });
      return wasMet;
    },
  };
}

function toPerson(row: Row): Person {
  return { name: row.person as string, displayName: row.displayName as string };
}

function toProfile(row: Row): Profile {
  return {
    ...toPerson(row),
    passwordHash: row.passwordHash as string,
    createdAt: row.createdAt as number,
    ...(row.standing !== undefined && { standing: row.standing as Standing }),
  };
}
