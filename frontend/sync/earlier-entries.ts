import type { Entry } from '../../lib/protocol/entries.ts';
import { ENTRIES_PER_PAGE } from '../../lib/protocol/limits.ts';
import type { Api } from '../net/api.ts';
import { withoutHole } from '../store/kept-entries.ts';

/** Numbers are places, so that many pages can be asked for at once; this is as many as harm nobody. */
const PAGES_AT_ONCE = 4;

/**
 * The server's entries before a number, ascending and without a hole, in a few pages at most.
 * @param downTo the number of the entry for which they are wanted
 * @throws Refused, NoAnswer
 */
export async function earlierEntries(
  api: Api,
  name: string,
  before: number,
  downTo: number,
): Promise<readonly Entry[]> {
  const pages = [];
  for (let end = before; end > downTo && pages.length < PAGES_AT_ONCE; end -= ENTRIES_PER_PAGE) {
    pages.unshift(api.entries(name, { before: end }));
  }
  const entries = (await Promise.all(pages)).flatMap((page) => page.entries);
  return withoutHole(entries, before - 1);
}
