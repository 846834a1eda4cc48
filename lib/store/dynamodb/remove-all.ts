import type { Row, RowQuery, Table } from './table.ts';

/** As many deletions at a time as don't make others wait. */
const AT_A_TIME = 25;

/**
 * Removes all rows that a query finds, page by page. It has to project the key, and nothing else.
 * @param isMeant of a key, where not all are
 */
export async function removeAll(
  table: Table,
  query: RowQuery,
  isMeant: (key: Row) => boolean = () => true,
): Promise<void> {
  let startAfter: Row | undefined;
  do {
    const page = await table.query({ ...query, startAfter, ConsistentRead: true });
    const keys = page.rows.filter(isMeant);
    for (let first = 0; first < keys.length; first += AT_A_TIME) {
      await Promise.all(keys.slice(first, first + AT_A_TIME).map((key) => table.remove(key)));
    }
    startAfter = page.last;
  } while (startAfter);
}
