import { type KeptSide, NEW_SIDE, type Peers, type SideKey } from '../../chat/side-ports.ts';
import { peerCursor, readPeerCursor } from '../cursors.ts';
import { raised } from '../sides.ts';
import { type Change, type Row, setting, type Table } from './table.ts';

const PREFIX = 'peer#';

/** Under which somebody's side of the conversation with the peer is kept. */
export function peerRecord(peer: string): string {
  return `${PREFIX}${peer}`;
}

/** The marks of a side move some times a minute at the most; two devices that meet in them do so once. */
const MAX_MARK_TRIES = 8;

export function dynamodbPeers(people: Table): Peers {
  const keyOf = ({ person, peer }: SideKey) => ({ person, record: peerRecord(peer) });
  const sidesOf = async (keys: readonly SideKey[]) => {
    const rows = await people.getAll(keys.map(keyOf));
    const found = new Map(rows.map((row) => [`${row.person}/${row.record}`, toSide(row)]));
    return keys.map(keyOf).map(({ person, record }) => found.get(`${person}/${record}`));
  };
  const sideOf = async (key: SideKey) => (await sidesOf([key]))[0] ?? NEW_SIDE;

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

    sides: sidesOf,

    async mark(key, marks, known) {
      let before = known ?? (await sideOf(key));
      for (let tries = 0; tries < MAX_MARK_TRIES; tries += 1) {
        const after = raised(before, marks);
        if (after === before) return { side: before, moved: false };
        const written = await people.update(keyOf(key), marksChange(before, after));
        if (written.wasMet) return { side: toSide(written.row), moved: true };
        before = await sideOf(key);
      }
      throw new Error(`The marks of a side were moved by others ${MAX_MARK_TRIES} times in a row.`);
    },

    async change(key, { request, ...fields }) {
      // That it is not a request any more has to be known, or a late repeat of its first message makes it one again.
      const changes: [string, unknown][] = Object.entries(fields);
      if (request !== undefined) changes.push(['request', request === true]);
      if (changes.length === 0) return sideOf(key);
      const set = changes.filter(([, value]) => value !== null);
      const removed = changes.filter(([, value]) => value === null).map(([field]) => field);
      const { row } = await people.update(keyOf(key), setting(Object.fromEntries(set), removed));
      return toSide(row);
    },
  };
}

/** From the marks as they were read to those as they are to be; not if they have moved meanwhile. */
function marksChange(before: KeptSide, after: KeptSide): Change {
  const wereRead = marksOf(before);
  const change = setting(
    { ...marksOf(after), readMessages: after.readMessages },
    after.read > before.read ? ['unread'] : [],
  );
  // A mark of 0 is most often none.
  const isAsRead = ([field, value]: [string, number]) =>
    `${value === 0 ? `attribute_not_exists(#${field}) OR ` : ''}#${field} = :${field}Before`;
  return {
    ...change,
    condition: Object.entries(wereRead)
      .map((mark) => `(${isAsRead(mark)})`)
      .join(' AND '),
    values: {
      ...change.values,
      ...Object.fromEntries(Object.entries(wereRead).map(([field, value]) => [`:${field}Before`, value])),
    },
  };
}

function marksOf({ received, read, told }: KeptSide): Record<string, number> {
  return { received, read, toldReceived: told.received, toldRead: told.read };
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
