import type { Erasure, Leaving } from '../../chat/erasure-ports.ts';
import { readPersonCursor } from '../cursors.ts';
import { forgetOwnersOfPasskeys } from './passkeys.ts';
import { peerRecord } from './peers.ts';
import { PROFILE } from './people.ts';
import { removeAll } from './remove-all.ts';
import { REPORTS } from './reports.ts';
import { shelfRecord } from './shelves.ts';
import { type Row, setting, type Table } from './table.ts';

/** Their partition of the directory's index: so few that nobody has to be looked through for them. */
const LEAVING = 'leaving';

/** What a row is found by stays; all else that is in it goes. */
const KEY = ['person', 'record'];

export function dynamodbErasure(people: Table): Erasure {
  const keyOf = (person: string) => ({ person, record: PROFILE });
  const profileOf = (person: string) => people.get(keyOf(person), { strong: true });
  const emptied = (row: Row, fields: Row) => {
    const kept = [...KEY, ...Object.keys(fields)];
    return setting(
      fields,
      Object.keys(row).filter((field) => !kept.includes(field)),
    );
  };

  return {
    async begin(person, since) {
      const row = await profileOf(person);
      if (row?.passwordHash === undefined) return false;
      const change = emptied(row, { directory: LEAVING, standing: 'leaving', leavingSince: since });
      const { wasMet } = await people.update(keyOf(person), {
        ...change,
        // Whatever was changed since it was read: of two at the same time, one begins.
        condition: 'attribute_exists(#passwordHash)',
      });
      return wasMet;
    },

    async leaving(person) {
      const row = await profileOf(person);
      return row?.leavingSince === undefined ? undefined : toLeaving(row);
    },

    async list({ cursor, limit }) {
      const start = cursor === undefined ? undefined : readPersonCursor(cursor, '');
      const { rows } = await people.query({
        IndexName: 'directory',
        KeyConditionExpression: 'directory = :leaving',
        values: { ':leaving': LEAVING },
        startAfter: start === undefined ? undefined : { directory: LEAVING, ...keyOf(start) },
        Limit: limit + 1,
      });
      const items = rows.slice(0, limit).map((row) => row.person as string);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last !== undefined && { next: last }) };
    },

    async noteDone(person, done) {
      const change = setting({ done });
      await people.update(keyOf(person), {
        ...change,
        condition: 'attribute_exists(#leavingSince)',
        fields: ['done', 'leavingSince'],
      });
    },

    async forgetConversation({ person, peer }) {
      await people.remove({ person, record: shelfRecord(peer) });
      await people.remove({ person, record: peerRecord(peer) });
    },

    async forgetRest(person) {
      await forgetOwnersOfPasskeys(people, person);
      await removeAll(
        people,
        {
          KeyConditionExpression: 'person = :person',
          // Those have a conversation, and something of theirs may be in it.
          FilterExpression: 'attribute_not_exists(activeAt)',
          ExpressionAttributeNames: { '#record': 'record' },
          ProjectionExpression: 'person, #record',
          values: { ':person': person },
        },
        ({ record }) => record !== PROFILE,
      );
      await forgetReports(people, person);
    },

    async end(person) {
      const row = await profileOf(person);
      if (row?.leavingSince === undefined) return;
      await people.update(keyOf(person), {
        ...emptied(row, {}),
        condition: 'attribute_exists(#leavingSince)',
      });
    },
  };
}

function toLeaving({ leavingSince, done }: Row): Leaving {
  return {
    since: leavingSince as number,
    ...(done !== undefined && { done: done as NonNullable<Leaving['done']> }),
  };
}

/** A report is known by whom it is about, and by whom it is. */
async function forgetReports(people: Table, person: string): Promise<void> {
  const ofReports = {
    KeyConditionExpression: 'person = :reports',
    ExpressionAttributeNames: { '#record': 'record' },
    ProjectionExpression: 'person, #record',
    values: { ':reports': REPORTS },
  };
  await removeAll(people, ofReports, ({ record }) => `${record}`.endsWith(`#${person}`));
  let startAfter: Row | undefined;
  do {
    const { rows, last } = await people.query({
      ...ofReports,
      KeyConditionExpression: 'person = :reports AND begins_with(#record, :about)',
      values: { ':reports': REPORTS, ':about': `${person}#` },
      startAfter,
      ConsistentRead: true,
    });
    await Promise.all(rows.map((key) => people.update(key, setting({ entries: [] }, ['note']))));
    startAfter = last;
  } while (startAfter);
}
