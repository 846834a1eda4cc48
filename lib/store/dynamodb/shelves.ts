import type { Shelf, Shelves, SideKey } from '../../chat/side-ports.ts';
import { readStarCursor, starCursor } from '../cursors.ts';
import type { Row, Table } from './table.ts';

const PREFIX = 'shelf#';

export function shelfRecord(peer: string): string {
  return `${PREFIX}${peer}`;
}

/** Behind all that a name may be made of. */
const BEHIND_ALL_NAMES = '~';

/**
 * Apart from the side itself, which is written with each mark: a row is paid for by its size, and there may be
 * thousands of numbers.
 */
export function dynamodbShelves(people: Table): Shelves {
  const keyOf = ({ person, peer }: SideKey) => ({ person, record: shelfRecord(peer) });

  return {
    async of(keys) {
      const rows = await people.getAll(keys.map(keyOf));
      const found = new Map(rows.map((row) => [`${row.person}/${row.record}`, row]));
      return keys.map(keyOf).map(({ person, record }) => toShelf(found.get(`${person}/${record}`) ?? {}));
    },

    async put(key, shelf, seqs, limit) {
      const { wasMet } = await people.update(keyOf(key), {
        update: 'ADD #shelf :seqs',
        condition: 'attribute_not_exists(#shelf) OR size(#shelf) < :limit',
        fields: { shelf },
        values: { ':seqs': new Set(seqs), ':limit': limit },
      });
      return wasMet;
    },

    async take(key, shelf, seqs) {
      await people.update(keyOf(key), {
        update: 'DELETE #shelf :seqs',
        fields: { shelf },
        values: { ':seqs': new Set(seqs) },
      });
    },

    async starred(person, { cursor, limit }) {
      const start = cursor === undefined ? undefined : readStarCursor(cursor);
      const found: Star[] = [];
      let startAfter: Row | undefined;
      do {
        const page = await people.query({
          KeyConditionExpression: 'person = :person AND #record BETWEEN :first AND :last',
          FilterExpression: 'attribute_exists(starred)',
          ExpressionAttributeNames: { '#record': 'record' },
          values: {
            ':person': person,
            ':first': `${PREFIX}${start?.peer ?? ''}`,
            ':last': `${PREFIX}${BEHIND_ALL_NAMES}`,
          },
          startAfter,
          ConsistentRead: true,
        });
        found.push(...page.rows.flatMap(starsOf).filter((star) => !start || isBehind(star, start)));
        startAfter = page.last;
      } while (startAfter && found.length <= limit);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, ...(last && found.length > limit && { next: starCursor(last) }) };
    },
  };
}

interface Star {
  readonly peer: string;
  readonly seq: number;
}

function starsOf(row: Row): Star[] {
  const peer = (row.record as string).slice(PREFIX.length);
  return toShelf(row)
    .starred.toReversed()
    .map((seq) => ({ peer, seq }));
}

function isBehind(star: Star, start: Star): boolean {
  return star.peer !== start.peer || star.seq < start.seq;
}

function toShelf(row: Row): Shelf {
  return { starred: ascending(row.starred), hidden: ascending(row.hidden) };
}

function ascending(numbers: unknown): number[] {
  return [...((numbers as Set<number> | undefined) ?? [])].sort((one, other) => one - other);
}
