import type { KeptSide, Peers, SideKey } from '../../chat/side-ports.ts';
import { peerCursor, readPeerCursor } from '../cursors.ts';
import { NEW_SIDE, raised } from '../sides.ts';
import type { Row, Table } from './table.ts';

const PREFIX = 'peer#';

/** The marks of a side move some times a minute at the most; two devices that meet in them do so once. */
const MAX_MARK_TRIES = 8;

export function dynamodbPeers(people: Table): Peers {
  const keyOf = ({ person, peer }: SideKey) => ({ person, record: `${PREFIX}${peer}` });

  return {
    async touch(person, peer, activeAt, { request } = { request: false }) {
      await people.update(keyOf({ person, peer }), {
        update: `SET #activeAt = :activeAt${request ? ', #request = if_not_exists(#request, :request)' : ''}`,
        condition: 'attribute_not_exists(#activeAt) OR #activeAt < :activeAt',
        fields: ['activeAt', ...(request ? ['request'] : [])],
        values: { ':activeAt': activeAt, ...(request && { ':request': true }) },
      });
    },

    async list(person, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readPeerCursor(cursor);
      const { rows } = await people.query({
        IndexName: 'by-activity',
        KeyConditionExpression: 'person = :person',
        values: { ':person': person },
        startAfter: start && { ...keyOf({ person, peer: start.peer }), activeAt: start.activeAt },
        ScanIndexForward: false,
        ConsistentRead: true,
        // One more than the page: DynamoDB also says that there may be more when there is nothing behind.
        Limit: limit + 1,
      });
      const items = rows.slice(0, limit).map(toPeer);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last && { next: peerCursor(last) }) };
    },

    async sides(keys) {
      const rows = await people.getAll(keys.map(keyOf));
      const found = new Map(rows.map((row) => [`${row.person}/${row.record}`, toSide(row)]));
      return keys.map(keyOf).map(({ person, record }) => found.get(`${person}/${record}`));
    },

    async mark(key, marks) {
      for (let tries = 0; tries < MAX_MARK_TRIES; tries += 1) {
        const row = await people.get(keyOf(key), { strong: true });
        const before = row ? toSide(row) : NEW_SIDE;
        const after = raised(before, marks);
        if (after === before) return { side: before, moved: false };
        const written = await people.update(keyOf(key), marksChange(before, after));
        if (written.wasMet) return { side: toSide(written.row), moved: true };
      }
      throw new Error(`The marks of a side were moved by others ${MAX_MARK_TRIES} times in a row.`);
    },

    async change(key, { request, ...fields }) {
      // That it is not a request any more has to be known, or a late repeat of its first message makes it one again.
      const changes: [string, unknown][] = Object.entries(fields);
      if (request !== undefined) changes.push(['request', request === true]);
      const set = changes.filter(([, value]) => value !== null && value !== undefined);
      const removed = changes.filter(([, value]) => value === null);
      if (changes.length === 0) {
        const row = await people.get(keyOf(key), { strong: true });
        return row ? toSide(row) : NEW_SIDE;
      }
      const { row } = await people.update(keyOf(key), {
        update: [
          set.length > 0 ? `SET ${set.map(([field]) => `#${field} = :${field}`).join(', ')}` : '',
          removed.length > 0 ? `REMOVE ${removed.map(([field]) => `#${field}`).join(', ')}` : '',
        ].join(' '),
        fields: changes.map(([field]) => field),
        values: Object.fromEntries(set.map(([field, value]) => [`:${field}`, value])),
      });
      return toSide(row);
    },
  };
}

/** From the marks as they were read to those as they are to be; not if they have moved meanwhile. */
function marksChange(before: KeptSide, after: KeptSide) {
  const fields = ['received', 'read', 'readMessages', 'toldReceived', 'toldRead'];
  const unchanged = (field: string, value: number) =>
    value === 0 ? `(attribute_not_exists(#${field}) OR #${field} = :zero)` : `#${field} = :${field}Before`;
  const conditions: [string, number][] = [
    ['received', before.received],
    ['read', before.read],
    ['toldReceived', before.told.received],
    ['toldRead', before.told.read],
  ];
  const readsOn = after.read > before.read;
  const met = conditions.filter(([, value]) => value > 0);
  return {
    update: `SET ${fields.map((field) => `#${field} = :${field}`).join(', ')}${readsOn ? ' REMOVE #unread' : ''}`,
    condition: conditions.map(([field, value]) => unchanged(field, value)).join(' AND '),
    fields: [...fields, ...(readsOn ? ['unread'] : [])],
    values: {
      ':received': after.received,
      ':read': after.read,
      ':readMessages': after.readMessages,
      ':toldReceived': after.told.received,
      ':toldRead': after.told.read,
      ...Object.fromEntries(met.map(([field, value]) => [`:${field}Before`, value])),
      ...(met.length < conditions.length && { ':zero': 0 }),
    },
  };
}

function toPeer(row: Row) {
  return { peer: (row.record as string).slice(PREFIX.length), activeAt: row.activeAt as number };
}

function toSide(row: Row): KeptSide {
  const number = (field: string) => (row[field] as number | undefined) ?? 0;
  return {
    received: number('received'),
    read: number('read'),
    readMessages: number('readMessages'),
    told: { received: number('toldReceived'), read: number('toldRead') },
    blocks: (row.blocks as KeptSide['blocks'] | undefined) ?? [],
    ...(row.unread === true && { unread: true }),
    ...(row.request === true && { request: true }),
    ...(row.pinnedAt !== undefined && { pinnedAt: number('pinnedAt') }),
    ...(row.mutedUntil !== undefined && { mutedUntil: number('mutedUntil') }),
    ...(row.archivedAt !== undefined && { archivedAt: number('archivedAt') }),
  };
}
