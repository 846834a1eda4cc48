import type { People, Profile, Standing } from '../../chat/account-ports.ts';
import { gonePerson } from '../../chat/accounts/logged-in.ts';
import type { Person } from '../../protocol/names.ts';
import { readPersonCursor } from '../cursors.ts';
import { type Row, setting, type Table } from './table.ts';

export const PROFILE = 'profile';

/** The partition of the directory index; only profiles of good standing carry it. */
const EVERYBODY = 'everybody';

/** A profile is changed by its own person alone, on a few devices; two that meet in it do so once. */
const MAX_CHANGE_TRIES = 5;

export function dynamodbPeople(table: Table): People {
  return {
    async add({ name, displayName, picture, ...profile }) {
      const shown = joined({ displayName, picture });
      const row = { person: name, record: PROFILE, directory: EVERYBODY, displayName: shown, ...profile };
      const before = await table.putNew(row, 'person');
      // The SDK repeats a put whose answer got lost and then meets its own row: known by the salted hash.
      return before === undefined || before.passwordHash === profile.passwordHash;
    },

    async find(name) {
      // Strongly: whoever has just registered must be able to log in.
      const row = await table.get({ person: name, record: PROFILE }, { strong: true });
      return row?.passwordHash === undefined ? undefined : toProfile(row);
    },

    async change(name, { about, ...shown }) {
      const key = { person: name, record: PROFILE };
      for (let tries = 0; tries < MAX_CHANGE_TRIES; tries += 1) {
        const row = await table.get(key, { strong: true });
        const before = row?.displayName as string | undefined;
        if (before === undefined) return undefined;
        const displayName = joined({ ...separated(before), ...shown });
        const change = setting(
          { displayName, ...(about != null && { about }) },
          about === null ? ['about'] : [],
        );
        const written = await table.update(key, {
          ...change,
          condition: '#displayName = :before',
          values: { ...change.values, ':before': before },
        });
        if (written.wasMet) return toPerson(written.row);
      }
      throw new Error(`A profile was changed by others ${MAX_CHANGE_TRIES} times in a row.`);
    },

    async findAll(names) {
      // Strongly, as in find(): whoever has just registered can be written to.
      const keys = names.map((person) => ({ person, record: PROFILE }));
      const rows = await table.getAll(keys, 'person, displayName, about');
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
        condition: `attribute_exists(passwordHash) AND ${from ? '#standing = :from' : 'attribute_not_exists(#standing)'}`,
        values: { ...change.values, ...(from && { ':from': from }) },
      });
      return wasMet;
    },
  };
}

/** What the directory's index has of a profile, which is one attribute, and can't become another one. */
type Shown = { readonly displayName: string; readonly picture?: string | null | undefined };

/** A display name has no control characters. */
const SEPARATOR = '\u001f';

/** The display name and, if there is a picture, its version, in the attribute that the index has. */
function joined({ displayName, picture }: Shown): string {
  return picture == null ? displayName : `${displayName}${SEPARATOR}${picture}`;
}

function separated(attribute: string): Pick<Person, 'displayName' | 'picture'> {
  const [displayName = '', picture] = attribute.split(SEPARATOR);
  return { displayName, ...(picture !== undefined && { picture }) };
}

/** A row without a display name is that of somebody who has deleted their account. */
function toPerson(row: Row): Person {
  if (row.displayName === undefined) return gonePerson(row.person as string);
  return {
    name: row.person as string,
    ...separated(row.displayName as string),
    ...(row.about !== undefined && { about: row.about as string }),
  };
}

function toProfile(row: Row): Profile {
  return {
    ...toPerson(row),
    passwordHash: row.passwordHash as string,
    createdAt: row.createdAt as number,
    ...(row.standing !== undefined && { standing: row.standing as Standing }),
  };
}
